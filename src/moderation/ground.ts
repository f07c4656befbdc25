import { readFileSync } from 'node:fs';
import type { LocalizedText } from '../platform/kernel/index.js';

/** A ground on which a body may hide a comment. */
export interface Ground {
  readonly code: string;
  readonly name: LocalizedText;
  /** What falls under it, and what does not. */
  readonly meaning: LocalizedText;
  readonly basis: LocalizedText;
  /** Where it stands: in the law, in an earlier wording of it, or it is our default, shown as not verified. */
  readonly trust: 'law' | 'old wording' | 'setting';
}

/** The closed list, as delivered. That a comment is off the matter, critical or mistaken is no ground. */
export const grounds: readonly Ground[] = JSON.parse(
  readFileSync(new URL('./grounds.json', import.meta.url), 'utf8'),
) as Ground[];

export const GROUNDS: readonly string[] = grounds.map(({ code }) => code);

/** The ground with this code; undefined for one that was taken off the list. */
export function groundOf(code: string): Ground | undefined {
  return grounds.find((one) => one.code === code);
}
