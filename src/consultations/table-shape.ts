import { invalid, type FieldError, type LocalizedText } from '../platform/kernel/index.js';

/** Cells that are one: the first of them, counted from 1, and how far they go. */
export interface MergedCells {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/**
 * The shape of a provision that is a table. Its words are the provision's text, so that quotes, comparison and export
 * know them: a line is a row, tabs part its cells.
 */
export interface TableShape {
  readonly columns: number;
  /** How many of the first rows are headings. */
  readonly headerRows: number;
  readonly merged: readonly MergedCells[];
}

/** A break inside of a cell; a line feed would begin a row. */
export const CELL_BREAK = '\u2028';

/** The cells of a table's text, row by row. */
export function cellsIn(text: string): string[][] {
  return text.split('\n').map((line) => line.split('\t'));
}

/** The text of cells; what would part cells or rows is made a blank or a break. */
export function textOfCells(rows: readonly (readonly string[])[]): string {
  const plain = (cell: string): string => cell.replaceAll('\t', ' ').replaceAll('\n', CELL_BREAK);
  return rows.map((cells) => cells.map(plain).join('\t')).join('\n');
}

/** Throws `invalid` where the text of a language has other rows or cells than the shape, or merged cells are none. */
export function refuseWrongTable(table: TableShape, text: LocalizedText, pointer: string): void {
  const rows = cellsIn(text.kk).length;
  const errors = [...textFaults(table, text, rows, pointer), ...mergedFaults(table, text, rows, pointer)];
  if (table.headerRows > rows) {
    errors.push({ pointer: `${pointer}/table/headerRows`, code: 'table-rows', params: { rows } });
  }
  if (errors.length > 0) throw invalid(...errors);
}

function textFaults({ columns }: TableShape, text: LocalizedText, rows: number, pointer: string): FieldError[] {
  return Object.entries({ ...text }).flatMap(([language, words = '']): FieldError[] => {
    const at = `${pointer}/text/${language}`;
    const cells = cellsIn(words);
    if (cells.length !== rows) return [{ pointer: at, code: 'table-rows', params: { rows } }];
    const row = cells.findIndex(({ length }) => length !== columns) + 1;
    return row === 0 ? [] : [{ pointer: at, code: 'table-columns', params: { row, columns } }];
  });
}

function mergedFaults({ columns, merged }: TableShape, text: LocalizedText, rows: number, at: string): FieldError[] {
  const taken = new Set<string>();
  const cells = Object.values({ ...text }).map((words = '') => cellsIn(words));
  return merged.flatMap((one, index): FieldError[] => {
    const fits = one.row + one.rows - 1 <= rows && one.column + one.columns - 1 <= columns;
    const places = fits ? placesOf(one) : [];
    const isFree = places.every(({ key }) => !taken.has(key));
    const isEmpty = places.slice(1).every(({ row, column }) => cells.every((of) => !of[row - 1]?.[column - 1]));
    for (const { key } of places) taken.add(key);
    return fits && isFree && isEmpty ? [] : [{ pointer: `${at}/table/merged/${index}`, code: 'table-merged' }];
  });
}

/** Every place that merged cells cover, the one with the words first. */
export function placesOf({ row, column, rows, columns }: MergedCells): { row: number; column: number; key: string }[] {
  return Array.from({ length: rows * columns }, (_, at) => {
    const place = { row: row + Math.floor(at / columns), column: column + (at % columns) };
    return { ...place, key: `${place.row} ${place.column}` };
  });
}
