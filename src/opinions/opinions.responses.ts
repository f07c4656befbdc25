import { ApiProperty } from '@nestjs/swagger';
import { TermBreachResponse } from '../meetings/index.js';
import { LocalizedTextResponse } from '../platform/http/index.js';
import {
  OPINION_CHANNELS,
  OPINION_DECISIONS,
  opinionLifecycle,
  STANCES,
  STANDINGS,
  type OpinionChannel,
  type OpinionDecision,
  type OpinionState,
  type Stance,
  type Standing,
} from './opinion.lifecycle.js';

/** What the body answered. */
export class OpinionAnswerResponse {
  @ApiProperty({ enum: OPINION_DECISIONS })
  decision!: OpinionDecision;

  /** The letter to the council (K3). */
  @ApiProperty({ type: () => LocalizedTextResponse, nullable: true })
  letter!: LocalizedTextResponse | null;

  /** Why it was not accepted (K4). */
  @ApiProperty({ type: () => LocalizedTextResponse, nullable: true })
  reasons!: LocalizedTextResponse | null;

  signedBy!: string;

  @ApiProperty({ format: 'date' })
  answeredOn!: string;
}

/** An opinion on a draft, and the body's answer. */
export class OpinionResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: opinionLifecycle.states })
  state!: OpinionState;

  @ApiProperty({ format: 'uuid' })
  consultationId!: string;

  /** The developing body. */
  @ApiProperty({ format: 'uuid' })
  bodyId!: string;

  /** The version of the text when it was given. */
  draftVersion!: number;

  @ApiProperty({ enum: OPINION_CHANNELS })
  channel!: OpinionChannel;

  /** Null for an organisation. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  councilId!: string | null;

  /** Null for an organisation. */
  @ApiProperty({ type: () => LocalizedTextResponse, nullable: true })
  councilName!: LocalizedTextResponse | null;

  /** Name of the organisation; null for a council. */
  @ApiProperty({ type: () => LocalizedTextResponse, nullable: true })
  organization!: LocalizedTextResponse | null;

  /** The carried agenda item on which the council decided it. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  agendaItemId!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  meetingId!: string | null;

  @ApiProperty({ enum: STANCES })
  stance!: Stance;

  @ApiProperty({ type: () => LocalizedTextResponse })
  text!: LocalizedTextResponse;

  /** The day from which the term of the answer runs. */
  @ApiProperty({ format: 'date' })
  receivedOn!: string;

  @ApiProperty({ format: 'date' })
  enteredOn!: string;

  /** K1.act or K1.law: the rule of the council's term; null for an organisation. */
  @ApiProperty({ type: String, nullable: true })
  termRule!: string | null;

  /** The last day of the council's term. */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  termEndsOn!: string | null;

  /** True for one that came after its term: the draft counts as approved by silence (K2), and no answer is owed. */
  late!: boolean;

  /** The last day of the answer (K3); null where none is owed. */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  dueOn!: string | null;

  /** True while a year that decides the due date is not in the calendar. */
  provisional!: boolean;

  /** True when the last day has passed without an answer. */
  overdue!: boolean;

  @ApiProperty({ type: () => OpinionAnswerResponse, nullable: true })
  response!: OpinionAnswerResponse | null;

  /** A late opinion (K1), a late answer (K3). */
  @ApiProperty({ type: () => [TermBreachResponse] })
  breaches!: TermBreachResponse[];

  /** What the caller may do now; only for a signed-in caller, on the single opinion. */
  @ApiProperty({ type: [String], required: false })
  moves?: string[];
}

/** A page of opinions, the latest first. */
export class OpinionPageResponse {
  @ApiProperty({ type: () => [OpinionResponse] })
  items!: OpinionResponse[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

/** Where a notified council stands today. */
export class NoticeStandingResponse {
  @ApiProperty({ format: 'uuid' })
  councilId!: string;

  @ApiProperty({ type: () => LocalizedTextResponse })
  councilName!: LocalizedTextResponse;

  @ApiProperty({ format: 'date' })
  notifiedOn!: string;

  /** The rule of its term. */
  @ApiProperty({ enum: ['K1.act', 'K1.law'] })
  termRule!: string;

  /** The last day of its term. */
  @ApiProperty({ format: 'date' })
  dueOn!: string;

  /** True while a year that decides the day is not in the calendar; then silence is not derived. */
  provisional!: boolean;

  /** `silent`: the term passed without an opinion, which counts as approval without remarks (K2). */
  @ApiProperty({ enum: STANDINGS })
  standing!: Standing;

  /** `K2` where silence is derived. */
  @ApiProperty({ type: String, enum: ['K2'], nullable: true })
  silenceRule!: string | null;

  /** Its opinion; where the standing is `silent`, one that came late. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  opinionId!: string | null;
}

/** The opinions on one draft, and where the notified councils stand. */
export class ConsultationOpinionsResponse extends OpinionPageResponse {
  @ApiProperty({ type: () => [NoticeStandingResponse] })
  notices!: NoticeStandingResponse[];
}
