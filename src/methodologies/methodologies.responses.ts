import { ApiProperty } from '@nestjs/swagger';
import { LocalizedTextResponse, versioned } from '../platform/http/index.js';
import type { Actor, LocalizedText } from '../platform/kernel/index.js';
import { DIMENSIONS, DIRECTIONS, FORMULAS, INDEXES, SOURCES, TREATMENTS } from './definition.policy.js';
import type { Definition, Dimension, Indicator } from './definition.policy.js';
import { FORMULA_IN_WORDS } from './formula.js';
import { methodologyLifecycle, type MethodologyMove, type MethodologyState } from './methodology.lifecycle.js';
import { movesFor } from './methodology.policy.js';

/** The raw values that score 0 and 100. */
export class ScaleResponse {
  @ApiProperty({ enum: ['linear'] })
  kind!: 'linear';

  /** Decimal or fraction. */
  from!: string;

  /** Decimal or fraction. */
  to!: string;
}

/** One measured thing. */
export class IndicatorResponse {
  code!: string;

  @ApiProperty({ type: () => LocalizedTextResponse })
  name!: LocalizedText;

  unit!: string;

  @ApiProperty({ enum: DIRECTIONS })
  direction!: Indicator['direction'];

  /** Decimal or fraction; null where the formula is e1 and none was given. */
  @ApiProperty({ type: String, nullable: true })
  weight!: string | null;

  @ApiProperty({ enum: SOURCES })
  source!: Indicator['source'];

  @ApiProperty({ type: () => ScaleResponse })
  scale!: ScaleResponse;

  @ApiProperty({ enum: TREATMENTS })
  missing!: Indicator['missing'];

  /** Only with the formula e1. */
  @ApiProperty({ type: String, nullable: true })
  influence!: string | null;

  /** Only with the formula e1. */
  @ApiProperty({ type: String, enum: INDEXES, nullable: true })
  index!: 'G' | 'S' | null;
}

/** A group of indicators. */
export class DimensionResponse {
  @ApiProperty({ enum: DIMENSIONS })
  code!: Dimension['code'];

  @ApiProperty({ type: String, nullable: true })
  weight!: string | null;

  @ApiProperty({ type: () => [IndicatorResponse] })
  indicators!: readonly IndicatorResponse[];
}

/** A way of scoring government bodies. */
export class MethodologyResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: methodologyLifecycle.states })
  state!: MethodologyState;

  /** Number of the edition. Scores of different editions are not compared. */
  version!: number;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  previousId!: string | null;

  @ApiProperty({ type: () => LocalizedTextResponse })
  name!: LocalizedText;

  @ApiProperty({ enum: FORMULAS })
  formula!: Definition['formula'];

  /** The formula in words. */
  @ApiProperty({ type: () => LocalizedTextResponse })
  formulaText!: LocalizedText;

  @ApiProperty({ type: () => [DimensionResponse] })
  dimensions!: readonly DimensionResponse[];

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  publishedAt!: Date | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  retiredAt!: Date | null;

  /** What the caller may do next; absent for readers who are not signed in. */
  @ApiProperty({ enum: ['publication', 'retirement'], isArray: true, required: false })
  moves?: MethodologyMove[];
}

/** A page of methodologies. */
export class MethodologyPageResponse {
  @ApiProperty({ type: () => [MethodologyResponse] })
  items!: MethodologyResponse[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

/** A row of `methodologies` as the queries read it. */
export interface MethodologyRead extends Definition {
  readonly id: string;
  readonly version: number;
  readonly state: MethodologyState;
  readonly edition: number;
  readonly previousId: string | null;
  readonly name: LocalizedText;
  readonly publishedAt: Date | null;
  readonly retiredAt: Date | null;
}

export function methodologyResponse(row: MethodologyRead, by: Actor): MethodologyResponse {
  const { id, state, edition, previousId, name, formula, dimensions, publishedAt, retiredAt } = row;
  const moves = movesFor(by, state);
  const shown = { id, state, version: edition, previousId, name, formula, formulaText: FORMULA_IN_WORDS[formula] };
  return versioned({ ...shown, dimensions, publishedAt, retiredAt, ...(moves ? { moves } : {}) }, row.version);
}
