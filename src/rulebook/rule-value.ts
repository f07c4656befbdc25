import { Rational, type TermUnit } from '../platform/kernel/index.js';

/** A text of the rulebook: always in all three languages. */
export interface RuleText {
  readonly kk: string;
  readonly ru: string;
  readonly en: string;
}

/** A number of days, months or years, or of things, sittings, times a year, points. */
export interface AmountValue {
  readonly amount: number;
  readonly unit: TermUnit | 'count';
}

/** A share or factor above 0 and up to 1, as a decimal or a fraction: `2/3`. */
export interface FractionValue {
  readonly fraction: string;
}

/** Bounds, both included. */
export interface RangeValue {
  readonly from: number;
  readonly to: number;
}

/** A rule without a number. */
export interface TextValue {
  readonly text: RuleText;
}

/** What a rule gives; a number may be tightened by a council, a text and a range may not. */
export type RuleValue = AmountValue | FractionValue | RangeValue | TextValue;

const UNITS: readonly unknown[] = ['wd', 'cd', 'month', 'year', 'count'];
const GREATEST = 1000;

type Candidate = Readonly<Record<string, unknown>>;

const SHAPES = new Map<string, (value: Candidate) => boolean>([
  ['amount,unit', ({ amount, unit }) => isNumber(amount) && UNITS.includes(unit)],
  ['fraction', ({ fraction }) => isShare(fraction)],
  ['from,to', ({ from, to }) => isNumber(from) && isNumber(to) && from <= to],
  ['text', ({ text }) => isRuleText(text)],
]);

/** True for a well-formed value of one of the four shapes, with no other keys; for data and for requests. */
export function isRuleValue(value: unknown): value is RuleValue {
  return isRecord(value) && SHAPES.get(Object.keys(value).sort().join())?.(value) === true;
}

/** True for a text that is not blank in each of the three languages, with no other keys. */
export function isRuleText(value: unknown): value is RuleText {
  if (!isRecord(value) || Object.keys(value).sort().join() !== 'en,kk,ru') return false;
  return Object.values(value).every((text) => typeof text === 'string' && text.trim() !== '');
}

/** The size of a value on its own scale; undefined where two values of the shape have no order. */
export function sizeOf(value: RuleValue): { readonly scale: string; readonly size: Rational } | undefined {
  if ('amount' in value) return { scale: value.unit, size: Rational.of(value.amount) };
  if ('fraction' in value) return { scale: 'fraction', size: Rational.parse(value.fraction) };
  return undefined;
}

/** True when both say the same; `0.5` and `1/2` do, ten working days and ten calendar days do not. */
export function isSameValue(one: RuleValue, other: RuleValue): boolean {
  return canonical(one) === canonical(other);
}

export function isRecord(value: unknown): value is Candidate {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function canonical(value: RuleValue): string {
  const size = sizeOf(value);
  if (size) return `${size.scale} ${size.size.toFraction()}`;
  if ('text' in value) return JSON.stringify([value.text.kk, value.text.ru, value.text.en]);
  return 'from' in value ? `${value.from}–${value.to}` : '';
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= GREATEST;
}

function isShare(value: unknown): boolean {
  if (typeof value !== 'string' || !Rational.isRational(value)) return false;
  const share = Rational.parse(value);
  return share.compare(Rational.zero) > 0 && share.compare(Rational.one) <= 0;
}
