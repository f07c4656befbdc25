import { Problem, type AppliedRule, type FieldError, type LocalizedText } from '../platform/kernel/index.js';

/** A text as it came in: whether both languages are there is judged by a rule. */
export interface GivenText {
  readonly kk?: string | undefined;
  readonly ru?: string | undefined;
  readonly en?: string | undefined;
}

/** A text that a rule demands in kk and ru. */
export interface Demanded {
  readonly pointer: string;
  readonly text: GivenText | undefined;
  /** The code of what is wrong with the field of the missing language. */
  readonly code: string;
  readonly rule: AppliedRule | undefined;
}

/** The text, whole. Throws `invalid` at the languages that are missing, naming the rule. */
export function inBothLanguages(demanded: Demanded): LocalizedText {
  const { kk, ru, en } = demanded.text ?? {};
  if (kk !== undefined && ru !== undefined) return en === undefined ? { kk, ru } : { kk, ru, en };
  throw refusalOf(missingIn(demanded), demanded.rule);
}

/** What is missing of a text, by field. */
export function missingIn({ pointer, text, code }: Demanded): FieldError[] {
  const missing = (['kk', 'ru'] as const).filter((language) => text?.[language] === undefined);
  return missing.map((language) => ({ pointer: `${pointer}/${language}`, code }));
}

/** The refusal of what a rule demands. */
export function refusalOf(errors: readonly FieldError[], rule: AppliedRule | undefined): Problem {
  return new Problem('invalid', rule ? { errors, rule } : { errors });
}
