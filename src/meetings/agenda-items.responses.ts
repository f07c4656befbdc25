import { ApiProperty } from '@nestjs/swagger';
import { LocalizedTextResponse } from '../platform/http/index.js';
import {
  agendaItemLifecycle,
  ITEM_KINDS,
  SPEAKER_ROLES,
  type AgendaItemState,
  type ItemKind,
  type SpeakerRole,
} from './agenda-item.lifecycle.js';
import { TermBreachResponse, QuorumResponse } from './quorum.responses.js';
import { CHOICES, type Choice, type Outcome } from './tally.policy.js';

/** Who reports. */
export class RapporteurResponse {
  name!: string;

  @ApiProperty({ type: () => LocalizedTextResponse, required: false })
  office?: LocalizedTextResponse | undefined;
}

/** Who speaks. */
export class SpeakerResponse extends RapporteurResponse {
  @ApiProperty({ enum: SPEAKER_ROLES })
  role!: SpeakerRole;
}

/** A document laid before the meeting. */
export class MaterialResponse {
  @ApiProperty({ type: () => LocalizedTextResponse })
  title!: LocalizedTextResponse;

  @ApiProperty({ format: 'uri' })
  url!: string;
}

/** Votes by choice. */
export class TallyResponse {
  for!: number;

  against!: number;

  abstain!: number;

  /** Members who declared a conflict of interest and did not vote (M7). */
  conflict!: number;
}

/** A vote as it was counted. */
export class VoteResultResponse {
  @ApiProperty({ type: String, format: 'date-time' })
  votedAt!: Date;

  @ApiProperty({ type: () => TallyResponse })
  tally!: TallyResponse;

  /** Members present and not conflicted (M6). */
  base!: number;

  /** The quorum at the instant of the vote; without it nothing is carried. */
  @ApiProperty({ type: () => QuorumResponse })
  quorum!: QuorumResponse;

  @ApiProperty({ enum: ['carried', 'rejected'] })
  outcome!: Outcome;
}

/** A member's open vote. */
export class BallotResponse {
  @ApiProperty({ format: 'uuid' })
  memberId!: string;

  familyName!: string;

  givenName!: string;

  @ApiProperty({ type: String, nullable: true })
  patronymic!: string | null;

  @ApiProperty({ enum: CHOICES })
  choice!: Choice;
}

/** How one member voted. */
export class MemberChoiceResponse {
  @ApiProperty({ format: 'uuid' })
  memberId!: string;

  @ApiProperty({ enum: CHOICES })
  choice!: Choice;
}

/** A vote just recorded. */
export class VotesResponse extends VoteResultResponse {
  @ApiProperty({ format: 'uuid' })
  itemId!: string;

  @ApiProperty({ type: () => [MemberChoiceResponse] })
  votes!: MemberChoiceResponse[];
}

/** An item of a meeting's agenda. */
export class AgendaItemResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  meetingId!: string;

  @ApiProperty({ enum: agendaItemLifecycle.states })
  state!: AgendaItemState;

  position!: number;

  @ApiProperty({ type: () => LocalizedTextResponse })
  title!: LocalizedTextResponse;

  /** Id of the power in `/powers`. */
  power!: string;

  @ApiProperty({ enum: ITEM_KINDS })
  kind!: ItemKind;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  bodyId!: string | null;

  @ApiProperty({ type: () => RapporteurResponse, nullable: true })
  rapporteur!: RapporteurResponse | null;

  @ApiProperty({ type: () => [SpeakerResponse] })
  speakers!: SpeakerResponse[];

  /** Whether the first head of the body took part; null while it is not recorded. */
  @ApiProperty({ type: Boolean, nullable: true })
  headPresent!: boolean | null;

  @ApiProperty({ type: () => [MaterialResponse] })
  materials!: MaterialResponse[];

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  consultationId!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  assessmentId!: string | null;

  /** Added after the agenda was announced. */
  addedLate!: boolean;

  @ApiProperty({ type: () => [TermBreachResponse] })
  breaches!: TermBreachResponse[];

  /** Null while there was no vote. */
  @ApiProperty({ type: () => VoteResultResponse, nullable: true })
  result!: VoteResultResponse | null;

  /** By name; empty while there was no vote. */
  @ApiProperty({ type: () => [BallotResponse] })
  votes!: BallotResponse[];

  /** What the caller may do now; only for a signed-in caller, on the single item. */
  @ApiProperty({ type: [String], required: false })
  moves?: string[];
}
