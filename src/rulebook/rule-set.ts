import type { AppliedRule, LocalDate, Rational, Term } from '../platform/kernel/index.js';
import { applied, countOf, fractionOf, rangeOf, termOf, withValue, type Rule } from './rule.js';
import type { RangeValue, RuleValue } from './rule-value.js';

/** A value that the administrator gave to a setting, from a day on. */
export interface Setting {
  readonly ruleId: string;
  readonly value: RuleValue;
  readonly basis: Rule['basis'];
  readonly since: LocalDate;
}

/** The rules in force on one day, for one council: what an act is judged by. Plain values out. */
export class RuleSet {
  readonly #rules: ReadonlyMap<string, Rule>;

  constructor(rules: readonly Rule[]) {
    this.#rules = new Map(rules.map((one) => [one.id, one]));
  }

  /** The rules with the values that settings gave them by this day; later settings win. */
  static on(day: LocalDate, rules: readonly Rule[], settings: readonly Setting[]): RuleSet {
    const known = settings.filter(({ since }) => since <= day).sort((one, other) => (one.since < other.since ? -1 : 1));
    const latest = new Map(known.map((setting) => [setting.ruleId, setting]));
    return new RuleSet(
      rules.map((one) => {
        const setting = latest.get(one.id);
        return setting ? { ...withValue(one, setting.value), basis: setting.basis, since: setting.since } : one;
      }),
    );
  }

  /** The same rules with the values a council decided on; they are checked when they are decided. */
  tightened(values: ReadonlyMap<string, RuleValue>): RuleSet {
    return new RuleSet(
      [...this.#rules.values()].map((one) => {
        const value = values.get(one.id);
        return value ? withValue(one, value) : one;
      }),
    );
  }

  get all(): Rule[] {
    return [...this.#rules.values()];
  }

  /** Undefined for an id that is no rule. */
  find(id: string): Rule | undefined {
    return this.#rules.get(id);
  }

  /** Throws for an id that is no rule: a fault of ours. */
  rule(id: string): Rule {
    const found = this.#rules.get(id);
    if (!found) throw new Error(`There is no rule ${id}.`);
    return found;
  }

  term(id: string): Term {
    return termOf(this.rule(id));
  }

  count(id: string): number {
    return countOf(this.rule(id));
  }

  fraction(id: string): Rational {
    return fractionOf(this.rule(id));
  }

  range(id: string): RangeValue {
    return rangeOf(this.rule(id));
  }

  /** The rules an act rested on, as the journal and problems name them. */
  applied(...ids: string[]): AppliedRule[] {
    return ids.map((id) => applied(this.rule(id)));
  }
}
