import type { MergedArea, TableBlock } from './document.js';

interface Cell {
  readonly row: number;
  readonly column: number;
  readonly columns: number;
  rows: number;
  readonly text: string;
}

/** Columns beyond this are none of a table that people read; a cell that says it goes further does not. */
const COLUMNS_MOST = 200;
const ROWS_MOST = 20_000;

/** Puts cells that go over several rows and columns into their places, from 0. */
export class TableGrid {
  readonly #cells: Cell[] = [];
  readonly #taken = new Map<string, Cell>();
  #rows = 0;
  #columns = 0;

  /** The first free column of a row, from `column` on. */
  free(row: number, column: number): number {
    let free = column;
    while (this.#taken.has(`${row} ${free}`)) free += 1;
    return free;
  }

  /** Puts a cell down; of what it would cover of others nothing is taken. */
  put(row: number, column: number, text: string, columns = 1, rows = 1): void {
    const [down, along] = [within(rows, ROWS_MOST - row), this.#room(row, column, columns)];
    const cell = { row, column, columns: along, rows: down, text };
    this.#cells.push(cell);
    for (let at = row; at < row + down; at += 1) this.#take(cell, at);
  }

  /** The cell above goes on in this row; false when there is none that could. */
  goOn(row: number, column: number): boolean {
    const above = this.#taken.get(`${row - 1} ${column}`);
    if (above?.column !== column || above.row + above.rows !== row) return false;
    above.rows += 1;
    this.#take(above, row);
    return true;
  }

  /** The table; its first `headerRows` rows are headings. */
  block(headerRows: number): TableBlock {
    const rows = Array.from({ length: this.#rows }, () => Array.from({ length: this.#columns }, () => ''));
    for (const { row, column, text } of this.#cells) {
      const cells = rows[row];
      if (cells) cells[column] = text;
    }
    return { kind: 'table', rows, headerRows: Math.min(headerRows, this.#rows), merged: this.#merged() };
  }

  #room(row: number, column: number, wanted: number): number {
    const most = within(wanted, COLUMNS_MOST - column);
    let along = 1;
    while (along < most && !this.#taken.has(`${row} ${column + along}`)) along += 1;
    return along;
  }

  #take(cell: Cell, row: number): void {
    for (let at = cell.column; at < cell.column + cell.columns; at += 1) this.#taken.set(`${row} ${at}`, cell);
    this.#rows = Math.max(this.#rows, row + 1);
    this.#columns = Math.max(this.#columns, cell.column + cell.columns);
  }

  #merged(): MergedArea[] {
    return this.#cells
      .filter(({ rows, columns }) => rows > 1 || columns > 1)
      .map(({ row, column, rows, columns }) => ({ row: row + 1, column: column + 1, rows, columns }));
  }
}

function within(wanted: number, most: number): number {
  return Math.max(1, Math.min(wanted, most));
}
