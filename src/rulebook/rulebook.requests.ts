import { DateField, Field, LocalizedField, Check } from '../platform/http/index.js';
import type { LocalizedText } from '../platform/kernel/index.js';
import { isRuleValue, type RuleValue } from './rule-value.js';

/** A rule's value: `{ amount, unit }`, `{ fraction }`, `{ from, to }` or `{ text }`. */
export function RuleValueField(): PropertyDecorator {
  const shape = {
    type: 'object',
    additionalProperties: true,
    description: '`{ amount, unit }`, `{ fraction }`, `{ from, to }` or `{ text }`, as the rule itself has it.',
    example: { amount: 5, unit: 'wd' },
  } as const;
  return Field({}, shape, Check('value-wrong-shape', isRuleValue));
}

/** A new value for a setting of the rulebook. */
export class RuleRequest {
  @RuleValueField()
  value!: RuleValue;

  /** The act it rests on, in kk, ru and en. */
  @LocalizedField({ max: 1000 })
  basis!: LocalizedText & { en: string };

  /** The first day of the value. */
  @DateField()
  since!: string;
}
