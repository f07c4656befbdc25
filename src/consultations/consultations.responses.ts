import { ApiProperty } from '@nestjs/swagger';
import { LocalizedTextResponse, versioned } from '../platform/http/index.js';
import type { Actor, LocalDate, Page } from '../platform/kernel/index.js';
import { ACT_TYPES, EXEMPTIONS, type ActType } from './act-type.js';
import {
  PHASES,
  phaseOn,
  SPECIAL_REGIMES,
  STAGES,
  type Phase,
  type SpecialRegime,
  type Stage,
} from './consultation.deadlines.js';
import { CONSULTATION, RESULTS, type ConsultationState, type Result } from './consultation.lifecycle.js';
import { consultationMoves } from './consultation.policy.js';
import type { ConsultationRead } from './consultation-read.js';

/** A council that is asked for its opinion. */
export class NotifiedCouncilResponse {
  @ApiProperty({ format: 'uuid' })
  councilId!: string;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  notifiedOn!: string | null;

  /** The day by which its opinion is due (K1). */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  opinionDueOn!: string | null;

  /** True while a year that decides the day is not in the calendar. */
  @ApiProperty({ type: Boolean, nullable: true })
  provisional!: boolean | null;
}

/** More time for comments, and why. */
export class ExtensionResponse {
  /** The day on which it was set. */
  @ApiProperty({ format: 'date' })
  on!: string;

  /** The closing day before. */
  @ApiProperty({ format: 'date' })
  from!: string;

  @ApiProperty({ format: 'date' })
  to!: string;

  @ApiProperty({ type: () => LocalizedTextResponse })
  reasons!: LocalizedTextResponse;
}

/** Why a text was taken back. */
export class WithdrawalResponse {
  @ApiProperty({ format: 'date' })
  on!: string;

  @ApiProperty({ type: () => LocalizedTextResponse })
  reasons!: LocalizedTextResponse;
}

/** The act that a draft became. */
export class AdoptedActResponse {
  @ApiProperty({ type: () => LocalizedTextResponse })
  title!: LocalizedTextResponse;

  number!: string;

  @ApiProperty({ format: 'date' })
  adoptedOn!: string;

  @ApiProperty({ format: 'uri' })
  url!: string;
}

/** How it ended. */
export class ConclusionResponse {
  @ApiProperty({ format: 'date' })
  on!: string;

  @ApiProperty({ enum: RESULTS })
  result!: Result;

  @ApiProperty({ type: () => AdoptedActResponse, nullable: true })
  act!: AdoptedActResponse | null;

  @ApiProperty({ type: () => LocalizedTextResponse, nullable: true })
  reasons!: LocalizedTextResponse | null;
}

/** A rule on the window that a discussion held elsewhere broke (K7–K9). */
export class WindowBreachResponse {
  /** Id of the rule. */
  rule!: string;

  /** The earliest closing day the rule allows. */
  @ApiProperty({ format: 'date' })
  required!: string;

  /** The real closing day. */
  @ApiProperty({ format: 'date' })
  actual!: string;
}

/** A consultation as lists show it. */
export class ConsultationItemResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: CONSULTATION.states })
  state!: ConsultationState;

  /** Where it stands today; null before publication. */
  @ApiProperty({ type: String, enum: PHASES, nullable: true })
  phase!: Phase | null;

  @ApiProperty({ enum: STAGES })
  stage!: Stage;

  @ApiProperty({ enum: ACT_TYPES })
  actType!: ActType;

  /** The developing body. */
  @ApiProperty({ format: 'uuid' })
  bodyId!: string;

  category!: string;

  @ApiProperty({ type: () => LocalizedTextResponse })
  title!: LocalizedTextResponse;

  @ApiProperty({ type: () => LocalizedTextResponse })
  summary!: LocalizedTextResponse;

  /** Number of the latest version of the text. */
  currentVersion!: number;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  publishedOn!: string | null;

  /** The last day for comments, to its end in Kazakhstan. */
  @ApiProperty({ format: 'date' })
  closesOn!: string;

  /** The day by which comments are to be answered (K8.answers). */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  dueOn!: string | null;

  /** Moves that the caller may make now; only for somebody signed in. */
  @ApiProperty({ type: [String], enum: Object.keys(CONSULTATION.moves), required: false })
  moves?: string[];
}

/** A consultation. */
export class ConsultationResponse extends ConsultationItemResponse {
  /** True while a year that decides `dueOn` is not in the calendar. */
  @ApiProperty({ type: Boolean, nullable: true })
  provisional!: boolean | null;

  /** A draft on public services (K7). */
  publicService!: boolean;

  /** Comments are taken without an account too, confirmed by e-mail. */
  commentsByEmail!: boolean;

  /** The special legal regime the draft stands under (K9). */
  @ApiProperty({ type: String, enum: SPECIAL_REGIMES, nullable: true })
  specialRegime!: SpecialRegime | null;

  @ApiProperty({ type: () => LocalizedTextResponse })
  objectives!: LocalizedTextResponse;

  /** What the body asks the public. */
  @ApiProperty({ type: () => [LocalizedTextResponse] })
  questions!: LocalizedTextResponse[];

  @ApiProperty({ type: () => LocalizedTextResponse, nullable: true })
  explanatoryNote!: LocalizedTextResponse | null;

  /** The consultative document that preceded a draft law (K10). */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  consultativeDocumentId!: string | null;

  /** The ground on which none preceded it, of `/exemptions`. */
  @ApiProperty({ type: String, enum: EXEMPTIONS, nullable: true })
  exemption!: string | null;

  @ApiProperty({ type: () => [NotifiedCouncilResponse] })
  councils!: NotifiedCouncilResponse[];

  @ApiProperty({ type: String, format: 'date', nullable: true })
  reportedOn!: string | null;

  @ApiProperty({ type: () => ConclusionResponse, nullable: true })
  conclusion!: ConclusionResponse | null;

  @ApiProperty({ type: () => WithdrawalResponse, nullable: true })
  withdrawal!: WithdrawalResponse | null;

  /** Where it was taken over from, then see `/source`; null when it was held here. */
  @ApiProperty({ type: String, enum: ['open-npa'], nullable: true })
  source!: string | null;

  @ApiProperty({ type: () => [WindowBreachResponse] })
  breaches!: WindowBreachResponse[];

  /** The earliest first. */
  @ApiProperty({ type: () => [ExtensionResponse] })
  extensions!: ExtensionResponse[];
}

/** A page of consultations. */
export class ConsultationPageResponse {
  @ApiProperty({ type: () => [ConsultationItemResponse] })
  items!: ConsultationItemResponse[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

/** The whole consultation as `by` sees it on a day. */
export function consultationResponse(row: ConsultationRead, by: Actor, today: LocalDate): ConsultationResponse {
  const { id, state, stage, actType, bodyId, category, publicService, specialRegime, version } = row;
  const { title, summary, objectives, questions, explanatoryNote, councils, source, breaches } = row;
  const { currentVersion, publishedOn, closesOn, answersDueOn, answersDueProvisional, reportedOn } = row;
  const moves = consultationMoves(by, row, today);
  const response: ConsultationResponse = {
    ...{ id, state, phase: phaseOn(row, today), stage, actType, bodyId, category, title, summary, currentVersion },
    ...{ publishedOn, closesOn, dueOn: answersDueOn, provisional: answersDueProvisional },
    ...{ publicService, specialRegime, objectives, questions, explanatoryNote, councils, reportedOn },
    ...{ consultativeDocumentId: row.consultativeDocumentId, exemption: row.exemption },
    ...{ source, breaches, extensions: row.extensions, commentsByEmail: row.commentsByEmail },
    conclusion: conclusionOf(row),
    withdrawal: withdrawalOf(row),
    ...(moves ? { moves } : {}),
  };
  return versioned(response, version);
}

/** An item of the list as it is made in SQL. */
export type ConsultationItem = Omit<ConsultationItemResponse, 'moves'>;

/** The page with the moves of a caller who is signed in. */
export function withMoves(page: Page<ConsultationItem>, by: Actor, today: LocalDate): ConsultationPageResponse {
  const items = page.items.map((item) => ({ ...item, moves: consultationMoves(by, item, today) ?? [] }));
  return { items, next: page.next };
}

function conclusionOf({ concludedOn: on, result, adoptedAct: act, conclusionReasons: reasons }: ConsultationRead) {
  return on === null || result === null ? null : { on, result, act, reasons };
}

function withdrawalOf({ withdrawnOn: on, withdrawalReasons: reasons }: ConsultationRead) {
  return on === null || reasons === null ? null : { on, reasons };
}
