/** What a cell holds: a text of people, a number of ours, or nothing. */
export type CellValue = string | number | null;

/** What stands between the cells of a line: many spreadsheets expect a semicolon where the comma divides decimals. */
export const SEPARATORS = { comma: ',', semicolon: ';' } as const;

export type SeparatorName = keyof typeof SEPARATORS;

/** Tells spreadsheets that a file is UTF-8; stands once, at its beginning. */
export const BOM = '\ufeff';

/** By what a spreadsheet takes a text for a formula; and the apostrophe, so that one is always ours. */
const TAKEN_FOR_FORMULA = /^[=+\-@\t\r\n'\uff1d\uff0b\uff0d\uff20]/;
const QUOTED = /[",;\r\n\t]|^\s|\s$/;

/**
 * One line of a CSV text (RFC 4180), with its CR LF. A text that a spreadsheet could take for a formula gets an
 * apostrophe before it, and so does one that begins with an apostrophe: without its first apostrophe it is the text again.
 */
export function csvLine(cells: readonly CellValue[], separator: SeparatorName): string {
  return `${cells.map(cellText).join(SEPARATORS[separator])}\r\n`;
}

function cellText(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const harmless = TAKEN_FOR_FORMULA.test(value) ? `'${value}` : value;
  return QUOTED.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
