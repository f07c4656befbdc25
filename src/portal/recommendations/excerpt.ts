import type { LocalizedText } from '../../platform/kernel/index.js';

/** Characters of a text that names a thing in a list. */
const LONGEST = 160;

/** The beginning of a text in each language, cut between words. */
export function excerpt({ kk, ru, en }: LocalizedText): LocalizedText {
  return { kk: beginning(kk), ru: beginning(ru), ...(en === undefined ? {} : { en: beginning(en) }) };
}

function beginning(text: string): string {
  const words = text.trim().replaceAll(/\s+/g, ' ');
  if (words.length <= LONGEST) return words;
  const cut = words
    .slice(0, LONGEST)
    .replace(/\S{0,30}$/, '')
    .trimEnd();
  return `${cut.toWellFormed()}…`;
}
