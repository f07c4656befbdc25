import { ApiProperty } from '@nestjs/swagger';
import { EvidenceResponse } from '../assessments/index.js';
import { LocalizedTextResponse, versioned } from '../platform/http/index.js';
import type { Actor, LocalDate, LocalizedText } from '../platform/kernel/index.js';
import { isOverdue } from './follow-up.deadlines.js';
import { VERDICTS, type FollowUp, type FollowUpVerdict } from './follow-up.entity.js';
import { followUpLifecycle, type FollowUpMove, type FollowUpState } from './follow-up.lifecycle.js';
import { movesFor } from './follow-up.policy.js';

/** A step on the way. */
export class MilestoneResponse {
  @ApiProperty({ type: () => LocalizedTextResponse })
  name!: LocalizedText;

  @ApiProperty({ format: 'date' })
  dueOn!: LocalDate;
}

/** What the body reported. */
export class FollowUpReportResponse {
  @ApiProperty({ enum: ['progress', 'completion'] })
  kind!: 'progress' | 'completion';

  @ApiProperty({ type: () => LocalizedTextResponse })
  note!: LocalizedText;

  @ApiProperty({ type: () => [EvidenceResponse] })
  evidence!: readonly EvidenceResponse[];

  @ApiProperty({ type: String, format: 'date-time' })
  reportedAt!: Date | string;
}

/** Why the body refused. */
export class FollowUpRefusalResponse {
  @ApiProperty({ type: () => LocalizedTextResponse })
  reasons!: LocalizedText;

  @ApiProperty({ type: String, format: 'date-time' })
  refusedAt!: Date;
}

/** What the council found. */
export class FollowUpVerificationResponse {
  @ApiProperty({ enum: VERDICTS })
  verdict!: FollowUpVerdict;

  @ApiProperty({ type: () => LocalizedTextResponse })
  grounds!: LocalizedText;

  @ApiProperty({ type: String, format: 'date-time' })
  verifiedAt!: Date;
}

/** A measure that a body owes. */
export class FollowUpResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: followUpLifecycle.states })
  state!: FollowUpState;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  assessmentId!: string | null;

  /** Code of the assessed indicator it answers. */
  @ApiProperty({ type: String, nullable: true })
  indicator!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  recommendationId!: string | null;

  @ApiProperty({ format: 'uuid' })
  councilId!: string;

  @ApiProperty({ format: 'uuid' })
  bodyId!: string;

  @ApiProperty({ type: () => LocalizedTextResponse })
  measure!: LocalizedText;

  @ApiProperty({ type: () => [MilestoneResponse] })
  milestones!: readonly MilestoneResponse[];

  @ApiProperty({ format: 'date' })
  promisedOn!: LocalDate;

  @ApiProperty({ format: 'date' })
  dueOn!: LocalDate;

  /** The promised day has ended and the measure is still owed. */
  overdue!: boolean;

  @ApiProperty({ type: () => [FollowUpReportResponse] })
  reports!: readonly FollowUpReportResponse[];

  @ApiProperty({ type: () => FollowUpRefusalResponse, nullable: true })
  refusal!: FollowUpRefusalResponse | null;

  @ApiProperty({ type: () => FollowUpVerificationResponse, nullable: true })
  verification!: FollowUpVerificationResponse | null;

  /** What the caller may do next; absent for readers who are not signed in. */
  @ApiProperty({ enum: Object.keys(followUpLifecycle.moves), isArray: true, required: false })
  moves?: FollowUpMove[];
}

/** A page of follow-ups. */
export class FollowUpPageResponse {
  @ApiProperty({ type: () => [FollowUpResponse] })
  items!: FollowUpResponse[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

/** A weak indicator without an action or a reasoned refusal (A2). */
export class GapResponse {
  indicator!: string;

  @ApiProperty({ type: () => LocalizedTextResponse })
  name!: LocalizedText;

  /** Rounded half-even to two places. */
  @ApiProperty({ type: String, nullable: true })
  score!: string | null;

  /** The last day for an action or a reasoned refusal. */
  @ApiProperty({ format: 'date' })
  dueOn!: LocalDate;

  overdue!: boolean;
}

/** The gaps of an assessment. */
export class GapsResponse {
  @ApiProperty({ type: () => [GapResponse] })
  items!: GapResponse[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

/** A follow-up as the queries read it. */
export type FollowUpRead = Pick<FollowUp, Exclude<keyof FollowUp, 'report' | 'refuse' | 'verify'>> & {
  readonly reports: FollowUpReportResponse[];
};

export function followUpResponse(row: FollowUpRead, by: Actor, today: LocalDate): FollowUpResponse {
  const { id, state, assessmentId, indicator, recommendationId, councilId, bodyId, measure, milestones } = row;
  const { promisedOn, dueOn, reports } = row;
  const moves = movesFor(by, state, row);
  const shown = { id, state, assessmentId, indicator, recommendationId, councilId, bodyId, measure, milestones };
  return versioned(
    {
      ...shown,
      promisedOn,
      dueOn,
      overdue: isOverdue(state, dueOn, today),
      reports,
      refusal: refusalOf(row),
      verification: verificationOf(row),
      ...(moves ? { moves } : {}),
    },
    row.version,
  );
}

function refusalOf({ refusalReasons: reasons, refusedAt }: FollowUpRead): FollowUpRefusalResponse | null {
  return reasons && refusedAt ? { reasons, refusedAt } : null;
}

function verificationOf({ verdict, grounds, verifiedAt }: FollowUpRead): FollowUpVerificationResponse | null {
  return verdict && grounds && verifiedAt ? { verdict, grounds, verifiedAt } : null;
}
