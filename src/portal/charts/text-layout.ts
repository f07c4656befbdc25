const WIDE = /[mwMW@%ЖШЩЫЮФМДжшщыюфмҚҒӨҰҮҢ—]/u;
const THIN = /[iljtfrI.,:;'’!|()[\] -]/u;
const CAPITAL = /\p{Lu}/u;
const FONT_SIZE = /(\d+(?:\.\d+)?)px/;
const LATIN_OR_CYRILLIC = /[\p{Script=Latin}\p{Script=Cyrillic}\p{N}\p{P}\p{Zs}]/u;

/**
 * About how wide a text is, in pixels, in the sans-serif of whoever looks. On the server there is no font to ask, and
 * the guess of ECharts takes every Cyrillic letter for a square.
 */
export function textWidth(text: string, fontSize: number): number {
  let ems = 0;
  for (const letter of text) ems += emsOf(letter);
  return ems * fontSize;
}

/** The text in lines that are not wider than so many pixels; a word too long for a line is cut. */
export function wrapped(text: string, width: number, fontSize: number): string[] {
  const lines = [''];
  for (const word of text
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((one) => cut(one, width, fontSize))) {
    const line = lines.at(-1) ?? '';
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, fontSize) > width) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

/** The width of a column in which no word of these texts is cut, within a least and a greatest. */
export function columnWidth(texts: readonly string[], least: number, greatest: number, fontSize: number): number {
  const words = texts.flatMap((text) => text.split(/\s+/));
  return Math.ceil(Math.min(greatest, Math.max(least, ...words.map((word) => textWidth(word, fontSize)))));
}

/** The size in a font as CSS writes it, 12 if there is none. */
export function fontSizeIn(font: string | undefined): number {
  return Number(FONT_SIZE.exec(font ?? '')?.[1] ?? 12);
}

function emsOf(letter: string): number {
  if (THIN.test(letter)) return 0.36;
  if (WIDE.test(letter)) return 0.88;
  if (CAPITAL.test(letter)) return 0.72;
  return LATIN_OR_CYRILLIC.test(letter) ? 0.62 : 1;
}

function cut(word: string, width: number, fontSize: number): string[] {
  const parts = [''];
  for (const letter of word) {
    const part = parts.at(-1) ?? '';
    if (part !== '' && textWidth(part + letter, fontSize) > width) parts.push(letter);
    else parts[parts.length - 1] = part + letter;
  }
  return parts;
}
