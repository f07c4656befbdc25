import { readFileSync } from 'node:fs';
import { type AppliedRule, isLocalDate, type LocalDate, Rational, type Term } from '../platform/kernel/index.js';
import {
  isRecord,
  isRuleText,
  isRuleValue,
  isSameValue,
  type RangeValue,
  type RuleText,
  type RuleValue,
  sizeOf,
} from './rule-value.js';

/** What a breach does: the act is not possible, or stands and is shown; or the rule gives a date or a result. */
export type Effect = 'refuses' | 'flags' | 'computes';

/** Where the value stands: in the law, in an earlier wording of it, or it is our default, shown as not verified. */
export type Trust = 'law' | 'old wording' | 'setting';

/** In which direction a council may tighten the value by a recorded decision; null for none. */
export type Stricter = 'more' | 'less' | null;

/** One number or demand of the law (domain, section 2). */
export interface Rule {
  readonly id: string;
  readonly name: RuleText;
  readonly value: RuleValue;
  readonly stricter: Stricter;
  readonly effect: Effect;
  readonly basis: RuleText;
  /** The first day of this value, where it is known. */
  readonly since: LocalDate | null;
  readonly trust: Trust;
}

/** How a proposed value stands to that of the rule; `incomparable` has another shape or unit, or no direction. */
export type Strictness = 'stricter' | 'same' | 'looser' | 'incomparable';

const EFFECTS: readonly unknown[] = ['refuses', 'flags', 'computes'] satisfies Effect[];
const TRUSTS: readonly unknown[] = ['law', 'old wording', 'setting'] satisfies Trust[];
const DIRECTIONS: readonly unknown[] = ['more', 'less', null] satisfies Stricter[];
const KEYS = 'basis,effect,id,name,since,stricter,trust,value';

let read: readonly Rule[] | undefined;

/** The rules as delivered, in the order of the law, frozen; read once. Throws TypeError naming an ill-formed entry. */
export function readRules(): readonly Rule[] {
  read ??= rulesOf(JSON.parse(readFileSync(new URL('./rules.json', import.meta.url), 'utf8')));
  return read;
}

/** The rules in a parsed document; TypeError naming the first entry that is ill-formed or repeats an id. */
export function rulesOf(document: unknown): readonly Rule[] {
  if (!Array.isArray(document)) throw new TypeError('The rulebook is not a list');
  const ids = new Set<string>();
  const rules = document.map((entry: unknown, at) => {
    if (!isRule(entry) || ids.has(entry.id)) throw new TypeError(`Rule ${nameOf(entry, at)} is ill-formed or repeated`);
    ids.add(entry.id);
    return frozen(entry);
  });
  return Object.freeze(rules);
}

/** How strict `candidate` is beside the value of the rule; an ill-formed one is incomparable. */
export function compareStrictness(rule: Rule, candidate: RuleValue): Strictness {
  if (!isRuleValue(candidate)) return 'incomparable';
  if (isSameValue(rule.value, candidate)) return 'same';
  const [own, proposed] = [sizeOf(rule.value), sizeOf(candidate)];
  if (rule.stricter === null || !own || own.scale !== proposed?.scale) return 'incomparable';
  const isMore = proposed.size.compare(own.size) > 0;
  return isMore === (rule.stricter === 'more') ? 'stricter' : 'looser';
}

/** True when `candidate` is strictly tighter than the value of the rule. */
export function isStricter(rule: Rule, candidate: RuleValue): boolean {
  return compareStrictness(rule, candidate) === 'stricter';
}

/** True when a council may decide on `candidate`: it is tighter or the same. */
export function mayTightenTo(rule: Rule, candidate: RuleValue): boolean {
  return ['stricter', 'same'].includes(compareStrictness(rule, candidate));
}

/** The rule with another value, as a council or the administrator decided it. */
export function withValue(rule: Rule, value: RuleValue): Rule {
  return frozen({ ...rule, value });
}

/** The value as a term for the calendar; TypeError when the rule gives no time. */
export function termOf(rule: Rule): Term {
  const { value } = rule;
  if ('amount' in value && value.unit !== 'count') return { amount: value.amount, unit: value.unit };
  throw notA('term', rule);
}

/** The value as a number of things, times or points; TypeError when the rule gives none. */
export function countOf(rule: Rule): number {
  const { value } = rule;
  if ('amount' in value && value.unit === 'count') return value.amount;
  throw notA('count', rule);
}

/** The value as an exact share; TypeError when the rule gives none. */
export function fractionOf(rule: Rule): Rational {
  if ('fraction' in rule.value) return Rational.parse(rule.value.fraction);
  throw notA('fraction', rule);
}

/** The value as bounds, both included; TypeError when the rule gives none. */
export function rangeOf(rule: Rule): RangeValue {
  if ('from' in rule.value) return rule.value;
  throw notA('range', rule);
}

/** The rule as an act that rests on it names it, in the journal and in a refusal. */
export function applied({ id, value, basis }: Rule): AppliedRule {
  return { id, value, basis };
}

function isRule(entry: unknown): entry is Rule {
  if (!isRecord(entry) || Object.keys(entry).sort().join() !== KEYS) return false;
  const { id, name, basis, value, since } = entry as Record<keyof Rule, unknown>;
  const holds = [
    typeof id === 'string' && /^[A-Z]\d+(\.[a-z_0-9]+)?$/.test(id),
    isRuleText(name) && isRuleText(basis),
    isRuleValue(value),
    since === null || isLocalDate(since),
    hasKnownWords(entry as Record<keyof Rule, unknown>),
  ];
  return holds.every(Boolean);
}

function hasKnownWords({ stricter, effect, trust, value }: Record<keyof Rule, unknown>): boolean {
  const hasDirection = isRecord(value) && ('amount' in value || 'fraction' in value);
  if (stricter !== null && !hasDirection) return false;
  return DIRECTIONS.includes(stricter) && EFFECTS.includes(effect) && TRUSTS.includes(trust);
}

function nameOf(entry: unknown, at: number): string {
  return isRecord(entry) && typeof entry['id'] === 'string' ? entry['id'] : `no. ${at + 1}`;
}

function notA(what: string, rule: Rule): TypeError {
  return new TypeError(`Rule ${rule.id} gives no ${what}: ${JSON.stringify(rule.value)}`);
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(frozen);
  return Object.freeze(value);
}
