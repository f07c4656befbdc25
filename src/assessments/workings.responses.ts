import { ApiProperty } from '@nestjs/swagger';
import { EvidenceResponse } from './assessments.responses.js';
import { STATUSES, type Status, type Workings } from './workings.policy.js';

/** What was assessed. */
export class WorkedAssessmentResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  bodyId!: string;

  @ApiProperty({ format: 'date' })
  from!: string;

  @ApiProperty({ format: 'date' })
  to!: string;

  version!: number;
}

/** The raw values that score 0 and 100. */
export class WorkedScaleResponse {
  @ApiProperty({ enum: ['linear'] })
  kind!: 'linear';

  from!: string;

  to!: string;
}

/** An indicator as far as its score goes. */
export class WorkedIndicatorResponse {
  code!: string;

  @ApiProperty({ type: String, nullable: true })
  weight!: string | null;

  @ApiProperty({ type: () => WorkedScaleResponse })
  scale!: WorkedScaleResponse;

  @ApiProperty({ enum: ['exclude', 'carry_over', 'zero'] })
  missing!: 'exclude' | 'carry_over' | 'zero';

  source!: string;

  /** Only with the formula e1. */
  @ApiProperty({ type: String, nullable: true, required: false })
  influence?: string | null;

  /** Only with the formula e1. */
  @ApiProperty({ type: String, enum: ['G', 'S'], nullable: true, required: false })
  index?: 'G' | 'S' | null;
}

/** A dimension with its indicators. */
export class WorkedDimensionResponse {
  code!: string;

  @ApiProperty({ type: String, nullable: true })
  weight!: string | null;

  @ApiProperty({ type: () => [WorkedIndicatorResponse] })
  indicators!: readonly WorkedIndicatorResponse[];
}

/** The methodology as far as the score goes. */
export class WorkedMethodologyResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  version!: number;

  @ApiProperty({ enum: ['weighted_mean', 'e1'] })
  formula!: 'weighted_mean' | 'e1';

  /** The value of rule E1, only with that formula. */
  @ApiProperty({ type: String, required: false })
  factor?: string;

  @ApiProperty({ type: () => [WorkedDimensionResponse] })
  dimensions!: readonly WorkedDimensionResponse[];
}

/** One indicator's value. */
export class WorkedValueResponse {
  indicator!: string;

  @ApiProperty({ enum: STATUSES })
  status!: Status;

  /** Exact; for a missing one that carries over the last published value. */
  @ApiProperty({ type: String, nullable: true })
  raw!: string | null;

  /** 0 to 100 (to 200 with e1), half-even at 20 digits; null where the indicator does not count. */
  @ApiProperty({ type: String, nullable: true })
  normalized!: string | null;

  @ApiProperty({ type: () => [EvidenceResponse] })
  evidence!: readonly EvidenceResponse[];
}

/** One dimension's score. */
export class WorkedScoreResponse {
  code!: string;

  @ApiProperty({ type: String, nullable: true })
  score!: string | null;

  /** Indicators that count. */
  counted!: number;

  of!: number;
}

/** The score of the whole. */
export class WorkedTotalResponse {
  @ApiProperty({ type: String, nullable: true })
  score!: string | null;

  /** Share of all weight that rests on measured values, 0 to 1. */
  coverage!: string;
}

/** Everything a stranger needs to recompute the score; numbers are texts, decimal or fraction, unrounded. */
export class WorkingsResponse implements Workings {
  assessment!: WorkedAssessmentResponse;

  methodology!: WorkedMethodologyResponse;

  @ApiProperty({ type: () => [WorkedValueResponse] })
  values!: readonly WorkedValueResponse[];

  @ApiProperty({ type: () => [WorkedScoreResponse] })
  dimensions!: readonly WorkedScoreResponse[];

  total!: WorkedTotalResponse;
}
