/** Marks of format, soft hyphens and joiners, and the selectors that follow a sign: they are not seen. */
const UNSEEN = /[\p{Cf}\ufe00-\ufe0f]/gu;
const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}]+/gu;
const CYRILLIC = /\p{Script=Cyrillic}/u;

/** Latin letters that are typed for Cyrillic ones that look the same, as `i` and `h` without a Kazakh keyboard. */
const LATIN = 'aceopxykihə';
const CYRILLIC_LIKE_IT = 'асеорхукіһә';
const LATIN_LOOK_ALIKE = new RegExp(`[${LATIN}]`, 'g');

/**
 * The text by which two comments are the same: words in lower case with one space between them. Compatibility forms
 * (NFKC), case, spaces, punctuation, signs and what cannot be seen make no difference; neither do ё for е and Latin
 * look-alikes in a Cyrillic word. Kazakh letters stay themselves: ұ is not у, қ is not к. Digits count. Where no word
 * is left, the text without spaces around it.
 */
export function normalText(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase().normalize('NFKC').replace(UNSEEN, '');
  const words = plain.replace(BETWEEN_WORDS, ' ').trim();
  if (words === '') return plain.trim() || text;
  return words.split(' ').map(inOneScript).join(' ').normalize('NFKC');
}

/** How many words a normal text has. */
export function wordsIn(normal: string): number {
  return normal === '' ? 0 : normal.split(' ').length;
}

function inOneScript(word: string): string {
  if (!CYRILLIC.test(word)) return word;
  return word
    .replace(LATIN_LOOK_ALIKE, (letter) => CYRILLIC_LIKE_IT.charAt(LATIN.indexOf(letter)))
    .replaceAll('ё', 'е');
}
