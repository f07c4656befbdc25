import { parse, CsvError } from 'csv-parse/sync';
import { invalid, Problem, type FieldError, type Params } from '../kernel/index.js';

/** A cell that cannot be read: the code of its sentence below `field.` and the numbers in it. */
export class CellFault extends Error {
  constructor(
    readonly code: string,
    readonly params: Params = {},
  ) {
    super(code);
  }
}

/** Reads one cell; throws `CellFault`. An empty cell is the empty string. */
export type Cell<T> = (text: string) => T;

/** The row that a set of columns reads. */
export type Read<C> = { -readonly [K in keyof C]: C[K] extends Cell<infer T> ? T : never };

const MOST_FAULTS = 100;

/**
 * The rows of a CSV text (RFC 4180, UTF-8, header row) with every named column read. Columns that are not named are
 * left aside. `check` judges a row as a whole, e.g. against earlier ones. Throws `invalid` with one error per wrong cell, its pointer `/<line>/<column>`: nothing is used then.
 */
export function readCsv<T extends object>(
  text: string,
  columns: { readonly [K in keyof T]: Cell<T[K]> },
  check: (row: T, fail: (column: keyof T & string, code: string, params?: Params) => void) => void = () => undefined,
): T[] {
  const lines = linesOf(text);
  const [header, ...rows] = lines;
  const names = Object.keys(columns) as (keyof T & string)[];
  const missing = names.filter((name) => !header?.record.includes(name));
  if (missing.length > 0 || !header) {
    throw invalid(...missing.map((name) => ({ pointer: `/1/${name}`, code: 'column-missing' })));
  }
  const faults: FieldError[] = [];
  const read = rows.map(({ record, line }) => {
    const row = {} as T;
    for (const name of names) {
      const fault = readCell(row, name, columns[name], record[header.record.indexOf(name)] ?? '');
      if (fault) faults.push({ pointer: `/${line}/${name}`, code: fault.code, params: fault.params });
    }
    check(row, (name, code, params = {}) => faults.push({ pointer: `/${line}/${name}`, code, params }));
    return row;
  });
  if (faults.length > 0) throw invalid(...faults.slice(0, MOST_FAULTS));
  return read;
}

function readCell<T, K extends keyof T>(row: T, name: K, cell: Cell<T[K]>, text: string): CellFault | undefined {
  try {
    row[name] = cell(text);
    return undefined;
  } catch (fault) {
    if (fault instanceof CellFault) return fault;
    throw fault;
  }
}

interface Line {
  readonly record: string[];
  readonly line: number;
}

function linesOf(text: string): Line[] {
  try {
    // `info.lines` counts the lines read when the record is complete: its last line.
    const records = parse(text, { bom: true, info: true, skip_empty_lines: true }) as unknown as {
      record: string[];
      info: { lines: number };
    }[];
    return records.map(({ record, info }) => ({ record, line: info.lines }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number((error as { lines?: unknown }).lines ?? 1);
    throw new Problem('invalid', { errors: [{ pointer: `/${line}`, code: 'csv-unreadable' }] }, { cause: error });
  }
}

/** A cell that must not be empty. */
export const filled: Cell<string> = (text) => {
  if (text.trim() === '') throw new CellFault('blank');
  return text;
};

/** A cell that may be empty: null then, for not known. */
export const maybe: Cell<string | null> = (text) => (text === '' ? null : text);

/** A cell with one of these words. */
export function oneOf<const W extends string>(words: readonly W[]): Cell<W> {
  return (text) => {
    const word = words.find((one) => one === text);
    if (word === undefined) throw new CellFault('choice-unknown', { choices: words.join(', ') });
    return word;
  };
}

/** The same cell, or null when it is empty. */
export function orNull<T>(cell: Cell<T>): Cell<T | null> {
  return (text) => (text === '' ? null : cell(text));
}
