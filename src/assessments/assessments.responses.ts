import { ApiProperty } from '@nestjs/swagger';
import { LocalizedTextResponse } from '../platform/http/index.js';
import type { LocalDate, LocalizedText } from '../platform/kernel/index.js';
import { assessmentLifecycle, type AssessmentMove, type AssessmentState } from './assessment.lifecycle.js';
import { STATUSES, type Status } from './workings.policy.js';

/** Where a value can be looked up. */
export class EvidenceResponse {
  title!: string;

  @ApiProperty({ format: 'uri' })
  url!: string;
}

/** What an assessor gave and why. */
export class JudgementResponse {
  @ApiProperty({ format: 'uuid' })
  memberId!: string;

  score!: string;

  /** In the language it was written in. */
  grounds!: string;
}

/** What the assessed body says against a value. */
export class ValueDisputeResponse {
  @ApiProperty({ type: () => LocalizedTextResponse })
  text!: LocalizedText;

  @ApiProperty({ type: String, format: 'date-time' })
  disputedAt!: Date | string;
}

/** What is known of an indicator, and its score. */
export class AssessedValueResponse {
  indicator!: string;

  @ApiProperty({ enum: STATUSES })
  status!: Status;

  /** Exactly as it was entered, or the median of the assessors' scores. */
  @ApiProperty({ type: String, nullable: true })
  value!: string | null;

  /** From 0 to 100, rounded half-even to two places; null where the indicator does not count. */
  @ApiProperty({ type: String, nullable: true })
  score!: string | null;

  /** The assessment whose published value was taken, where a missing one carries over. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  carriedFrom!: string | null;

  @ApiProperty({ type: () => [EvidenceResponse] })
  evidence!: readonly EvidenceResponse[];

  @ApiProperty({ type: () => ValueDisputeResponse, nullable: true })
  dispute!: ValueDisputeResponse | null;

  @ApiProperty({ type: () => [JudgementResponse] })
  judgements!: readonly JudgementResponse[];
}

/** The score of a dimension. */
export class DimensionScoreResponse {
  code!: string;

  /** Rounded half-even to two places. */
  @ApiProperty({ type: String, nullable: true })
  score!: string | null;

  /** Indicators that count. */
  counted!: number;

  /** All its indicators. */
  of!: number;
}

/** Who judged (A3). */
export class AssessorsResponse {
  members!: number;

  civilSociety!: number;

  @ApiProperty({ type: String, isArray: true, format: 'uuid' })
  memberIds!: string[];
}

/** What the body says to one indicator. */
export class RemarkResponse {
  indicator!: string;

  @ApiProperty({ type: () => LocalizedTextResponse })
  text!: LocalizedText;
}

/** The body's reply, printed beside the score. */
export class AssessmentReplyResponse {
  @ApiProperty({ type: () => LocalizedTextResponse })
  text!: LocalizedText;

  @ApiProperty({ type: () => [RemarkResponse] })
  remarks!: readonly RemarkResponse[];

  @ApiProperty({ type: String, format: 'date-time' })
  repliedAt!: Date | string;
}

/** The scoring of a body for a period. */
export class AssessmentResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: assessmentLifecycle.states })
  state!: AssessmentState;

  /** 1, and one more with every correction. */
  version!: number;

  /** Why it corrects the version before. */
  @ApiProperty({ type: () => LocalizedTextResponse, nullable: true })
  correction!: LocalizedText | null;

  @ApiProperty({ format: 'uuid' })
  methodologyId!: string;

  /** Scores of different editions of a methodology are not compared. */
  methodologyVersion!: number;

  /** The formula in words. */
  @ApiProperty({ type: () => LocalizedTextResponse })
  formulaText!: LocalizedText;

  @ApiProperty({ format: 'uuid' })
  bodyId!: string;

  @ApiProperty({ format: 'uuid' })
  councilId!: string;

  @ApiProperty({ format: 'date' })
  from!: LocalDate;

  @ApiProperty({ format: 'date' })
  to!: LocalDate;

  /** Rounded half-even to two places; null where a dimension has nothing that counts. */
  @ApiProperty({ type: String, nullable: true })
  score!: string | null;

  /** Share of all weight that rests on measured values, 0 to 1, rounded half-even to two places. */
  coverage!: string;

  /** How the scores on this page are rounded; `/workings` has them unrounded. */
  @ApiProperty({ enum: ['half-even, 2 places'] })
  rounding!: 'half-even, 2 places';

  @ApiProperty({ type: () => [DimensionScoreResponse] })
  dimensions!: readonly DimensionScoreResponse[];

  @ApiProperty({ type: () => [AssessedValueResponse] })
  values!: readonly AssessedValueResponse[];

  @ApiProperty({ type: () => AssessorsResponse })
  assessors!: AssessorsResponse;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  replyRequestedOn!: LocalDate | null;

  /** The last day of the body's right of reply (A1). */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  dueOn!: LocalDate | null;

  /** True while a year that decides the date is not in the calendar. */
  provisional!: boolean;

  @ApiProperty({ type: () => AssessmentReplyResponse, nullable: true })
  reply!: AssessmentReplyResponse | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  adoptedOn!: LocalDate | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  publishedAt!: Date | string | null;

  /** What the caller may do next; absent for readers who are not signed in. */
  @ApiProperty({ enum: Object.keys(assessmentLifecycle.moves), isArray: true, required: false })
  moves?: AssessmentMove[];
}

/** An assessment in a list. */
export class AssessmentItemResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: assessmentLifecycle.states })
  state!: AssessmentState;

  version!: number;

  @ApiProperty({ format: 'uuid' })
  methodologyId!: string;

  @ApiProperty({ format: 'uuid' })
  bodyId!: string;

  @ApiProperty({ format: 'uuid' })
  councilId!: string;

  @ApiProperty({ format: 'date' })
  from!: LocalDate;

  @ApiProperty({ format: 'date' })
  to!: LocalDate;

  /** Of the published version; rounded half-even to two places. */
  @ApiProperty({ type: String, nullable: true })
  score!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  publishedAt!: Date | null;
}

/** A page of assessments. */
export class AssessmentPageResponse {
  @ApiProperty({ type: () => [AssessmentItemResponse] })
  items!: AssessmentItemResponse[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}
