import type { Language } from '../platform/kernel/index.js';

const KAZAKH_ONLY = /[әғқңөұүһі]/gi;
const CYRILLIC = /[а-яёәғқңөұүһі]/gi;
const LATIN = /[a-z]/gi;
/** In Kazakh every fifth letter is none of the Russian alphabet; a Russian text has such letters only in names. */
const KAZAKH_SHARE = 0.05;

/** The language that people's words are written in: the portal does not tell, the letters do. */
export function languageOf(text: string): Language {
  const count = (letters: RegExp): number => text.match(letters)?.length ?? 0;
  const cyrillic = count(CYRILLIC);
  if (count(LATIN) > cyrillic) return 'en';
  return count(KAZAKH_ONLY) > cyrillic * KAZAKH_SHARE ? 'kk' : 'ru';
}
