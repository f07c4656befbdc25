const ROMAN: readonly (readonly [number, string])[] = [
  ...([
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
  ] as const),
  ...([
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ] as const),
];
const LATIN = 'abcdefghijklmnopqrstuvwxyz';
/** Word leaves out ё, й, ъ, ы and ь. */
const RUSSIAN = 'абвгдежзиклмнопрстуфхцчшщэюя';

const FORMATS: Readonly<Record<string, (count: number) => string>> = {
  decimal: String,
  decimalZero: (count) => String(count).padStart(2, '0'),
  lowerRoman: roman,
  upperRoman: (count) => roman(count).toUpperCase(),
  lowerLetter: (count) => letters(count, LATIN),
  upperLetter: (count) => letters(count, LATIN).toUpperCase(),
  russianLower: (count) => letters(count, RUSSIAN),
  russianUpper: (count) => letters(count, RUSSIAN).toUpperCase(),
  none: () => '',
};

/** True where numbers of this format are printed as Word prints them. */
export function isKnownFormat(format: string): boolean {
  return format === 'bullet' || Object.hasOwn(FORMATS, format);
}

/** The count as it is printed; in digits where the format is not known. */
export function printed(count: number, format: string): string {
  return (FORMATS[format] ?? String)(count);
}

/** The count of a roman number, or of digits: "IV" and "4" are the same. */
export function countOf(number: string): string {
  if (!/^[IVXLCDM]+$/.test(number)) return number;
  const digits = Array.from(number.toLowerCase()).map((letter) => ROMAN.find(([, one]) => one === letter)?.[0] ?? 0);
  return String(digits.reduce((sum, digit, at) => sum + (digit < (digits[at + 1] ?? 0) ? -digit : digit), 0));
}

function roman(count: number): string {
  let rest = Math.min(count, 3999);
  return ROMAN.reduce((text, [value, letter]) => {
    const times = Math.floor(rest / value);
    rest -= times * value;
    return text + letter.repeat(times);
  }, '');
}

/** a … z, aa, bb …, as Word counts. */
function letters(count: number, alphabet: string): string {
  if (count < 1) return '';
  const at = (count - 1) % alphabet.length;
  return (alphabet[at] ?? '').repeat(Math.min(10, Math.floor((count - 1) / alphabet.length) + 1));
}
