import { Problem } from '../platform/kernel/index.js';
import { wordsOf } from './words.js';

/** Words that stand one after the other, or one word alone; `without` asks for texts that do not have them. */
export interface Sought {
  readonly words: readonly string[];
  readonly without: boolean;
}

/** What is sought: any of these, each a list of what a text must have and must not have. */
export type Question = readonly (readonly Sought[])[];

/** More words in one question are refused: each costs look-ups. */
export const MOST_WORDS = 20;

const PART = /-?"[^"]*"|\S+/gu;
const OR = new Set(['or', 'или', 'немесе']);
const LEFT_OUT = /^-+[^-]/;

/**
 * Reads what a person typed as web searches do: words are sought together, "words in quotes" one after the other,
 * -word must not be there, `or` (или, немесе) stands between alternatives. Every other sign is a space.
 * Throws `malformed` for too many words.
 */
export function questionOf(typed: string): Question {
  const any: Sought[][] = [[]];
  for (const [part] of typed.matchAll(PART)) {
    const words = [...wordsOf(part)].map(({ plain }) => plain);
    if (OR.has(part.toLowerCase())) any.push([]);
    else if (words.length > 0) any.at(-1)?.push({ words, without: LEFT_OUT.test(part) });
  }
  const count = any.flat().reduce((sum, { words }) => sum + words.length, 0);
  if (count > MOST_WORDS) throw badQuestion('search-words-too-many', MOST_WORDS);
  return any.filter((all) => all.length > 0);
}

/** There is nothing to search by: only signs, common words, or words that must not be there. */
export function nothingSought(): Problem {
  return badQuestion('search-words-expected');
}

function badQuestion(code: string, max?: number): Problem {
  return new Problem('malformed', { errors: [{ pointer: '/q', code, ...(max && { params: { max } }) }] });
}
