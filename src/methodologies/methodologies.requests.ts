import {
  Check,
  ChoiceField,
  Field,
  IdField,
  ListField,
  LocalizedField,
  ObjectField,
  PublicPageQuery,
  TextField,
  type FieldOptions,
} from '../platform/http/index.js';
import { Rational, type LocalizedText } from '../platform/kernel/index.js';
import { DIMENSIONS, DIRECTIONS, FORMULAS, INDEXES, SOURCES, TREATMENTS } from './definition.policy.js';
import type { Definition, Dimension, Indicator } from './definition.policy.js';
import { methodologyLifecycle, type MethodologyState } from './methodology.lifecycle.js';

const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/;

/** An exact number as a text: a decimal (`0.25`) or a fraction (`1/3`) of at most 40 characters. */
export function NumberField(options: FieldOptions = {}): PropertyDecorator {
  const shape = { type: String, maxLength: 40, example: '1/3' } as const;
  return Field(
    options,
    shape,
    Check('number-expected', (value) => Rational.isRational(value)),
  );
}

/** A short name of an indicator that can stand in an address. */
export function CodeField(options: FieldOptions = {}): PropertyDecorator {
  const holds = (value: unknown): boolean => typeof value === 'string' && CODE.test(value);
  return Field(options, { type: String, pattern: CODE.source }, Check('code-expected', holds));
}

/** The raw values that score 0 and 100; what lies outside is clamped. */
export class ScaleRequest {
  @ChoiceField(['linear'])
  kind!: 'linear';

  @NumberField()
  from!: string;

  @NumberField()
  to!: string;
}

/** One measured thing. */
export class IndicatorRequest {
  @CodeField()
  code!: string;

  @LocalizedField({ max: 500 })
  name!: LocalizedText;

  @TextField({ max: 100 })
  unit!: string;

  /** `up` exactly when the scale's `to` is above its `from`. */
  @ChoiceField(DIRECTIONS)
  direction!: Indicator['direction'];

  /** Needed unless the formula is e1. Weights of a dimension's indicators sum to 1 exactly. */
  @NumberField({ optional: true })
  weight?: string;

  @ChoiceField(SOURCES)
  source!: Indicator['source'];

  @ObjectField(() => ScaleRequest)
  scale!: ScaleRequest;

  /** What a missing value does to the score. */
  @ChoiceField(TREATMENTS)
  missing!: Indicator['missing'];

  /** Needed with the formula e1, and only there. */
  @NumberField({ optional: true })
  influence?: string;

  /** Needed with the formula e1, and only there. */
  @ChoiceField(INDEXES, { optional: true })
  index?: 'G' | 'S';
}

/** A group of indicators. */
export class DimensionRequest {
  @ChoiceField(DIMENSIONS)
  code!: Dimension['code'];

  /** Needed unless the formula is e1. Weights of the dimensions sum to 1 exactly. */
  @NumberField({ optional: true })
  weight?: string;

  @ListField(() => IndicatorRequest, { min: 1, max: 100 })
  indicators!: IndicatorRequest[];
}

/** A methodology to prepare. */
export class MethodologyRequest {
  @LocalizedField({ max: 500 })
  name!: LocalizedText;

  /** Without it the weighted mean. */
  @ChoiceField(FORMULAS, { optional: true })
  formula?: Definition['formula'];

  @ListField(() => DimensionRequest, { min: 1, max: 3 })
  dimensions!: DimensionRequest[];

  /** The published methodology that this one is the next edition of. */
  @IdField({ optional: true })
  previousId?: string;
}

/** Which methodologies to list. */
export class MethodologiesQuery extends PublicPageQuery {
  @ChoiceField(methodologyLifecycle.states, { optional: true })
  state?: MethodologyState;
}

/** The definition in a request, with what was left out written as null. */
export function definitionOf({ formula = 'weighted_mean', dimensions }: MethodologyRequest): Definition {
  return {
    formula,
    dimensions: dimensions.map(({ code, weight = null, indicators }) => ({
      code,
      weight,
      indicators: indicators.map(({ weight: own = null, influence = null, index = null, scale, ...rest }) => ({
        ...rest,
        weight: own,
        scale: { kind: scale.kind, from: scale.from, to: scale.to },
        influence,
        index,
      })),
    })),
  };
}
