import { normalText } from '../comment-groups/index.js';

/** A word of a text: where it stands, in UTF-16 units, and what it is compared by. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly plain: string;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}\p{Cf}\ufe00-\ufe0f]*/gu;
const NEITHER_LETTER_NOR_DIGIT = /[^\p{L}\p{N}]+/gu;

/** Kazakh letters and what is typed for them without a Kazakh keyboard. */
const KAZAKH = 'әғқңөұүһі';
const TYPED = 'агкноуухи';
const KAZAKH_LETTER = new RegExp(`[${KAZAKH}]`, 'g');

/** Longer ones are cut: no dictionary has them. */
const LONGEST = 64;
const MOST_KNOWN = 50_000;
const known = new Map<string, string>();

/** The words of a text in their order. Their places count from 1, the same for the index and for who marks words. */
export function* wordsOf(text: string): Generator<Word> {
  for (const { 0: raw, index: start } of text.matchAll(WORD)) {
    const plain = plainOf(raw);
    if (plain !== '') yield { start, end: start + raw.length, plain };
  }
}

/**
 * What two spellings of a word have in common: compatibility forms, case, marks and look-alikes make no difference, and
 * neither does a Kazakh letter from the Russian one that is typed for it.
 */
export function plainOf(raw: string): string {
  const before = known.get(raw);
  if (before !== undefined) return before;
  const plain = normalText(raw)
    .replace(NEITHER_LETTER_NOR_DIGIT, '')
    .replace(KAZAKH_LETTER, (letter) => TYPED.charAt(KAZAKH.indexOf(letter)))
    .slice(0, LONGEST)
    .toWellFormed();
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(raw, plain);
  return plain;
}
