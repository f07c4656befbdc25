import { Rational, type FieldError, type LocalizedText } from '../platform/kernel/index.js';

/** How scores become one: the weighted mean, or the official index of rule E1. */
export const FORMULAS = ['weighted_mean', 'e1'] as const;
/** What a body is judged on (OECD report of 2020, ask C). */
export const DIMENSIONS = ['effectiveness', 'responsiveness', 'openness'] as const;
/** Where a raw value comes from; a `council_judgement` is the median of the assessors' scores. */
export const SOURCES = ['platform', 'statistic', 'survey', 'council_judgement'] as const;
/** Whether more is better. */
export const DIRECTIONS = ['up', 'down'] as const;
/** What a missing value does: left out, taken from the last published one, or scored zero. Declared, never silent. */
export const TREATMENTS = ['exclude', 'carry_over', 'zero'] as const;
/** Which of the two indexes of rule E1 an indicator belongs to. */
export const INDEXES = ['G', 'S'] as const;

/** The raw value that scores 0 and the one that scores 100, as decimals or fractions. */
export interface LinearScale {
  readonly kind: 'linear';
  readonly from: string;
  readonly to: string;
}

/** One measured thing. Numbers are texts, decimal or fraction, exactly as they were given. */
export interface Indicator {
  readonly code: string;
  readonly name: LocalizedText;
  readonly unit: string;
  readonly direction: (typeof DIRECTIONS)[number];
  /** Null only under the formula e1, where `influence` weighs. */
  readonly weight: string | null;
  readonly source: (typeof SOURCES)[number];
  readonly scale: LinearScale;
  readonly missing: (typeof TREATMENTS)[number];
  readonly influence: string | null;
  readonly index: (typeof INDEXES)[number] | null;
}

/** A group of indicators; under e1 it only groups. */
export interface Dimension {
  readonly code: (typeof DIMENSIONS)[number];
  readonly weight: string | null;
  readonly indicators: readonly Indicator[];
}

/** What is measured and how it is summed up. */
export interface Definition {
  readonly formula: (typeof FORMULAS)[number];
  readonly dimensions: readonly Dimension[];
}

/** What is wrong with a definition whose fields are well-formed, each fault with its pointer; empty when nothing is. */
export function faultsIn({ formula, dimensions }: Definition): FieldError[] {
  const indicators = dimensions.flatMap((dimension, at) =>
    dimension.indicators.map((indicator, of) => ({ indicator, pointer: `/dimensions/${at}/indicators/${of}` })),
  );
  return [
    ...repeated(dimensions.map(({ code }, at) => ({ code, pointer: `/dimensions/${at}/code` }))),
    ...repeated(indicators.map(({ indicator, pointer }) => ({ code: indicator.code, pointer: `${pointer}/code` }))),
    ...indicators.flatMap(({ indicator, pointer }) => scaleFaults(indicator, pointer)),
    ...(formula === 'e1' ? e1Faults(indicators) : meanFaults(dimensions)),
  ];
}

/** All indicators in the order of the definition. */
export function indicatorsOf({ dimensions }: Pick<Definition, 'dimensions'>): Indicator[] {
  return dimensions.flatMap(({ indicators }) => [...indicators]);
}

function repeated(codes: readonly { code: string; pointer: string }[]): FieldError[] {
  const first = new Map<string, string>();
  for (const { code, pointer } of codes) if (!first.has(code)) first.set(code, pointer);
  return codes
    .filter(({ code, pointer }) => first.get(code) !== pointer)
    .map(({ pointer }) => ({ pointer, code: 'duplicate' }));
}

function scaleFaults({ direction, scale }: Indicator, pointer: string): FieldError[] {
  const order = Rational.parse(scale.to).compare(Rational.parse(scale.from));
  if (order === 0) return [{ pointer: `${pointer}/scale`, code: 'scale-empty' }];
  if ((direction === 'up') !== order > 0) return [{ pointer: `${pointer}/direction`, code: 'direction-against-scale' }];
  return [];
}

function meanFaults(dimensions: readonly Dimension[]): FieldError[] {
  return [
    ...weightFaults(dimensions, '/dimensions'),
    ...dimensions.flatMap(({ indicators }, at) => [
      ...weightFaults(indicators, `/dimensions/${at}/indicators`),
      ...indicators.flatMap((indicator, of) => foreignFaults(indicator, `/dimensions/${at}/indicators/${of}`)),
    ]),
  ];
}

/** Weights are above zero and sum to 1 exactly: not to 0.9999, not after rounding. */
function weightFaults(weighed: readonly { weight: string | null }[], pointer: string): FieldError[] {
  const faults = weighed.flatMap(({ weight }, at) => positiveFaults(weight, `${pointer}/${at}/weight`));
  if (faults.length > 0) return faults;
  const sum = Rational.sum(weighed.map(({ weight }) => Rational.parse(weight ?? '0')));
  if (sum.equals(Rational.one)) return [];
  return [{ pointer, code: 'weights-not-one', params: { sum: sum.toFraction() } }];
}

function positiveFaults(weight: string | null, pointer: string): FieldError[] {
  if (weight === null) return [{ pointer, code: 'number-expected' }];
  return Rational.parse(weight).compare(Rational.zero) > 0 ? [] : [{ pointer, code: 'not-above-zero' }];
}

function foreignFaults({ influence, index }: Indicator, pointer: string): FieldError[] {
  return [
    ...(influence === null ? [] : [{ pointer: `${pointer}/influence`, code: 'only-with-e1' }]),
    ...(index === null ? [] : [{ pointer: `${pointer}/index`, code: 'only-with-e1' }]),
  ];
}

function e1Faults(indicators: readonly { indicator: Indicator; pointer: string }[]): FieldError[] {
  const absent = INDEXES.filter((index) => !indicators.some(({ indicator }) => indicator.index === index));
  return [
    ...indicators.flatMap(({ indicator, pointer }) => [
      ...positiveFaults(indicator.influence, `${pointer}/influence`),
      ...(indicator.index === null
        ? [{ pointer: `${pointer}/index`, code: 'choice-unknown', params: { choices: INDEXES.join(', ') } }]
        : []),
    ]),
    ...absent.map((index) => ({ pointer: '/dimensions', code: 'index-without-indicator', params: { index } })),
  ];
}
