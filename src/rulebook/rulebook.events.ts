import type { Act } from '../platform/journal/index.js';
import type { Actor, LocalDate } from '../platform/kernel/index.js';
import type { RuleValue } from './rule-value.js';
import type { Rule } from './rule.js';

/** A new value for a setting, with the act it rests on. */
export interface NewSetting {
  readonly value: RuleValue;
  readonly basis: Rule['basis'];
  readonly since: LocalDate;
}

/** A setting of the rulebook was given another value. */
export function ruleSet(id: string, from: RuleValue, { value, basis, since }: NewSetting, by: Actor): Act {
  return { what: 'rule.set', subject: { kind: 'rule', id }, by, data: { from, to: value, basis, since } };
}
