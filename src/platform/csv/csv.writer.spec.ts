import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvLine, SEPARATORS, type CellValue, type SeparatorName } from './index.js';

const AWKWARD = ['"', ',', ';', '\r', '\n', '\t', ' ', "'", '=', '+', '-', '@', '＝', '\ufeff', '𐰴', 'Қ', '<b>', '\\'];
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...AWKWARD), { minLength: 1, maxLength: 8 }).map((parts) => parts.join('')),
);
const anyCell = fc.oneof(anyText, fc.integer(), fc.constant(null));
const anySeparator = fc.constantFrom(...(Object.keys(SEPARATORS) as SeparatorName[]));

/** What a reader has who knows that the first apostrophe is ours. */
function meant(cell: string): string {
  return cell.startsWith("'") ? cell.slice(1) : cell;
}

describe('a line of CSV', () => {
  it('is read back by a parser as what was written, whatever is in it', () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyCell, { minLength: 3, maxLength: 3 })), anySeparator, (rows, separator) => {
        const text = rows.map((row) => csvLine(row, separator)).join('');
        const options = { delimiter: SEPARATORS[separator], relax_column_count: false, record_delimiter: '\r\n' };
        const read: string[][] = parse(text, options);
        const expected = rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
        expect(read.map((row, at) => row.map((cell, column) => shown(cell, rows[at]?.[column] ?? null)))).toEqual(
          expected,
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('begins no text as a spreadsheet begins a formula', () => {
    fc.assert(
      fc.property(anyText, anySeparator, (text, separator) => {
        const [[cell = '']] = parse(csvLine([text, 'x'], separator), { delimiter: SEPARATORS[separator] }) as [
          string[],
        ];
        expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+7 701', "'+7 701"],
    ['-', "'-"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tа', `"'\tа"`],
    ['\rа', `"'\rа"`],
    ["'=1", "''=1"],
    ['a=1', 'a=1'],
    ['a;b', '"a;b"'],
    ['a "б"', '"a ""б"""'],
    ['a\nб', '"a\nб"'],
    [' a', '" a"'],
  ])('writes %j as %j', (text, written) => {
    expect(csvLine([text], 'comma')).toBe(`${written}\r\n`);
  });

  it('leaves our numbers as they are, and nothing where there is none', () => {
    expect(csvLine([-1, null, 2, ''], 'semicolon')).toBe('-1;;2;\r\n');
  });
});

function shown(cell: string, value: CellValue): string {
  return typeof value === 'string' ? meant(cell) : cell;
}
