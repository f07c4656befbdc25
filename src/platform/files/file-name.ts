import { faultIn, lengthOf } from '../http/index.js';
import type { FieldError } from '../kernel/index.js';

/** Longest name of a file, in code points. */
export const NAME_CHARACTERS = 255;

/**
 * Controls, what is not seen (marks of direction among it: they make `exe.pdf` of `fdp.exe`), separators of paths and
 * lines, and the sign that stands where something could not be read.
 */
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\\ufffd]|\.\.|^\./u;

/** What is wrong with the name of a file; undefined when it is kept exactly as it came. Nothing is ever cleaned. */
export function faultOfName(name: string): Omit<FieldError, 'pointer'> | undefined {
  if (lengthOf(name) > NAME_CHARACTERS) return { code: 'too-long', params: { max: NAME_CHARACTERS } };
  if (name.trim() === '') return { code: 'file-name-missing' };
  const code = faultIn(name);
  if (code) return { code };
  return FORBIDDEN.test(name) || name !== name.trim() ? { code: 'file-name-forbidden' } : undefined;
}
