import { ApiProperty } from '@nestjs/swagger';
import { LocalizedTextResponse, versioned } from '../platform/http/index.js';
import type { Actor, LocalDate, LocalizedText } from '../platform/kernel/index.js';
import { isDecisionOverdue, lateDecisions } from './concealment.deadlines.js';
import {
  APPEAL_OUTCOMES,
  CONCEALMENT,
  isInForce,
  type AppealOutcome,
  type ConcealmentMove,
  type ConcealmentState,
} from './concealment.lifecycle.js';
import { concealmentMoves, mayReadAppeal } from './concealment.policy.js';

const DateOrNull = (): PropertyDecorator => ApiProperty({ type: String, format: 'date', nullable: true });
const TextOrNull = (): PropertyDecorator => ApiProperty({ type: () => LocalizedTextResponse, nullable: true });

/** A ground on which a comment may be hidden. */
export class GroundResponse {
  code!: string;

  @ApiProperty({ type: () => LocalizedTextResponse })
  name!: LocalizedText;

  /** What falls under it, and what does not. */
  @ApiProperty({ type: () => LocalizedTextResponse })
  meaning!: LocalizedText;

  @ApiProperty({ type: () => LocalizedTextResponse })
  basis!: LocalizedText;

  /** `setting`: not verified by a norm. */
  @ApiProperty({ enum: ['law', 'old wording', 'setting'] })
  trust!: string;
}

/** The closed list of grounds. */
export class GroundsResponse {
  @ApiProperty({ type: () => [GroundResponse] })
  items!: GroundResponse[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

/** A decision that came late. */
export class ConcealmentBreachResponse {
  @ApiProperty({ enum: ['N1.decision'] })
  rule!: string;

  @ApiProperty({ format: 'date' })
  required!: string;

  @ApiProperty({ format: 'date' })
  actual!: string;
}

/** That a body hid a comment, and what became of the author's appeal. */
export class ConcealmentResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  commentId!: string;

  @ApiProperty({ format: 'uuid' })
  consultationId!: string;

  /** Of the comment in its consultation. */
  number!: number;

  @ApiProperty({ format: 'uuid' })
  bodyId!: string;

  @ApiProperty({ enum: CONCEALMENT.states })
  state!: ConcealmentState;

  /** True while the comment is hidden. */
  inForce!: boolean;

  /** One of `/concealment-grounds`. */
  ground!: string;

  @ApiProperty({ type: () => LocalizedTextResponse })
  explanation!: LocalizedText;

  @ApiProperty({ format: 'date' })
  concealedOn!: string;

  /** The last day of an appeal (N1.appeal). */
  @ApiProperty({ format: 'date' })
  appealDueOn!: string;

  @DateOrNull()
  appealedOn!: string | null;

  /** The last day of the decision (N1.decision); null without an appeal. */
  @DateOrNull()
  dueOn!: string | null;

  /** True while a year that decides the term which runs is not in the calendar. */
  provisional!: boolean;

  /** True when the appeal was to be decided before today and is not. */
  overdue!: boolean;

  @DateOrNull()
  decidedOn!: string | null;

  @ApiProperty({ type: String, enum: APPEAL_OUTCOMES, nullable: true })
  outcome!: AppealOutcome | null;

  /** Of the decision. */
  @TextOrNull()
  reasons!: LocalizedText | null;

  /** The day on which the body itself showed the comment again. */
  @DateOrNull()
  reversedOn!: string | null;

  @TextOrNull()
  reversalReasons!: LocalizedText | null;

  @ApiProperty({ type: () => [ConcealmentBreachResponse] })
  breaches!: ConcealmentBreachResponse[];

  /** What the author says against it; for the author, the body's officers and the authority. */
  @ApiProperty({ type: String, nullable: true, required: false })
  appealGrounds?: string | null;

  /** What the signed-in caller may do now. */
  @ApiProperty({ enum: Object.keys(CONCEALMENT.moves), isArray: true, required: false })
  moves?: ConcealmentMove[];
}

/** A page of appeals. */
export class AppealPageResponse {
  @ApiProperty({ type: () => [ConcealmentResponse] })
  items!: ConcealmentResponse[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

/** A concealment's row as the queries read it, with what decides who sees what. */
export interface ConcealmentRow {
  readonly id: string;
  readonly version: number;
  readonly commentId: string;
  readonly consultationId: string;
  readonly number: number;
  readonly bodyId: string;
  readonly state: ConcealmentState;
  readonly ground: string;
  readonly explanation: LocalizedText;
  readonly concealedOn: LocalDate;
  readonly concealedBy: string | null;
  readonly accountId: string | null;
  readonly commentState: string;
  readonly appealDueOn: LocalDate;
  readonly appealedOn: LocalDate | null;
  readonly appealGrounds: string | null;
  readonly dueOn: LocalDate | null;
  readonly provisional: boolean;
  readonly decidedOn: LocalDate | null;
  readonly outcome: AppealOutcome | null;
  readonly reasons: LocalizedText | null;
  readonly reversedOn: LocalDate | null;
  readonly reversalReasons: LocalizedText | null;
}

/** The concealment as `by` may see it; the same for everyone who is not signed in. Who hid the comment is not told. */
export function concealmentResponse(row: ConcealmentRow, by: Actor, today: LocalDate): ConcealmentResponse {
  const { id, version, commentId, consultationId, number, bodyId, state, ground, explanation, concealedOn } = row;
  const { appealDueOn, appealedOn, dueOn, provisional, decidedOn, outcome, reasons } = row;
  const { reversedOn, reversalReasons } = row;
  const response: ConcealmentResponse = {
    ...{ id, commentId, consultationId, number, bodyId, state, inForce: isInForce(row), ground, explanation },
    ...{ concealedOn, appealDueOn, appealedOn, dueOn, provisional },
    overdue: isDecisionOverdue({ state, decisionDueOn: dueOn }, today),
    ...{ decidedOn, outcome, reasons, reversedOn, reversalReasons, breaches: lateDecisions(dueOn, decidedOn) },
  };
  if (by.kind === 'anonymous') return versioned(response, version);
  if (mayReadAppeal(by, row)) response.appealGrounds = row.appealGrounds;
  response.moves = concealmentMoves(by, row, { today, isWithdrawn: row.commentState === 'withdrawn' });
  return versioned(response, version);
}
