import { Rational } from '../platform/kernel/index.js';

/** The score of a scale's end. */
export const HUNDRED = Rational.of(100);
/** As a percentage, the highest ratio that counts under rule E1. */
export const TWICE_HUNDRED = Rational.of(200);

/** Something with a weight; without a score it does not count. */
export interface Weighed {
  readonly weight: Rational;
  readonly score: Rational | null;
}

/** The place of a raw value on a linear scale: `from` is 0, `to` is 100; what lies outside 0 and `ceiling` is clamped. */
export function scoreOnScale(
  raw: Rational,
  { from, to }: { readonly from: string; readonly to: string },
  ceiling: Rational = HUNDRED,
): Rational {
  const start = Rational.parse(from);
  const place = raw.subtract(start).divide(Rational.parse(to).subtract(start)).multiply(HUNDRED);
  return Rational.max(Rational.zero, Rational.min(place, ceiling));
}

/** The exact median; of an even number the mean of the two in the middle. Null for none. */
export function medianOf(scores: readonly Rational[]): Rational | null {
  const sorted = [...scores].sort((one, other) => one.compare(other));
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper && lower ? upper.add(lower).divide(Rational.of(2)) : null;
}

/** Σ weight × score ÷ Σ weight of those that count; null where nothing counts. */
export function weightedMean(parts: readonly Weighed[]): Rational | null {
  const counting = parts.flatMap(({ weight, score }) => (score ? [{ weight, score }] : []));
  if (counting.length === 0) return null;
  const sum = Rational.sum(counting.map(({ weight, score }) => weight.multiply(score)));
  return sum.divide(Rational.sum(counting.map(({ weight }) => weight)));
}

/** Σ weight × score over the dimensions; null when one of them has none. */
export function weightedTotal(parts: readonly Weighed[]): Rational | null {
  const terms = parts.flatMap(({ weight, score }) => (score ? [weight.multiply(score)] : []));
  return terms.length === parts.length ? Rational.sum(terms) : null;
}

/** The official index as a percentage: I = G × (1 + (S − 1) × factor), G and S clipped to 0–2 as ratios (rule E1). */
export function officialIndex(g: Rational | null, s: Rational | null, factor: Rational): Rational | null {
  if (!g || !s) return null;
  const [goals, satisfaction] = [clipped(g), clipped(s)];
  const multiplier = Rational.one.add(satisfaction.subtract(Rational.one).multiply(factor));
  return goals.multiply(multiplier).multiply(HUNDRED);
}

/** The share of all weight that rests on measured values, from 0 to 1. */
export function coverageOf(parts: readonly { readonly weight: Rational; readonly measured: boolean }[]): Rational {
  const all = Rational.sum(parts.map(({ weight }) => weight));
  if (all.equals(Rational.zero)) return Rational.zero;
  return Rational.sum(parts.filter(({ measured }) => measured).map(({ weight }) => weight)).divide(all);
}

/** Exactly, as a decimal where one exists and is printable, else as a fraction. */
export function exactText(value: Rational): string {
  const decimal = value.toString();
  const isExact = Rational.isRational(decimal) && Rational.parse(decimal).equals(value);
  return isExact ? decimal : value.toFraction();
}

function clipped(percentage: Rational): Rational {
  return Rational.max(Rational.zero, Rational.min(percentage, TWICE_HUNDRED)).divide(HUNDRED);
}
