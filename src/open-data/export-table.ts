import type { CellValue } from '../platform/csv/index.js';

/** What reads the cells of a table from a thing, by the names of the columns, in their order. */
export type Columns<T> = Readonly<Record<string, (thing: T) => CellValue | undefined>>;

/** The columns of a CSV, and the cells of a thing that is given as a line of JSON; what is absent is an empty cell. */
export interface ExportTable {
  readonly names: readonly string[];
  cellsOf(line: string): CellValue[];
}

export function tableOf<T>(columns: Columns<T>): ExportTable {
  const readers = Object.values(columns);
  return {
    names: Object.keys(columns),
    cellsOf: (line) => {
      const thing = JSON.parse(line) as T;
      return readers.map((read) => read(thing) ?? null);
    },
  };
}
