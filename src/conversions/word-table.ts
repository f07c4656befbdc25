import { tidied, type Block } from './document.js';
import { TableGrid } from './table-grid.js';
import { isOff, opened, type Attributes, type Openings } from './xml.parser.js';

interface OpenCell {
  readonly paragraphs: string[];
  columns: number;
  /** The cell above goes on in it. */
  goesOn: boolean;
}

/** A table of a Word document while it is read; tables inside of its cells become lines of them. */
export class WordTable {
  readonly #grid = new TableGrid();
  readonly #texts: string[] = [];
  #row = -1;
  #column = 0;
  #headerRows = 0;
  #isHeader = false;
  #cell: OpenCell | undefined;
  #nested = 0;

  readonly #openings: Openings = {
    'w:tr': () => {
      this.#openRow();
    },
    'w:gridBefore': (value) => {
      this.#column += countIn(value);
    },
    'w:tblHeader': (value) => {
      this.#isHeader = !isOff(value);
    },
    'w:tc': () => {
      this.#cell = { paragraphs: [], columns: 1, goesOn: false };
    },
    'w:gridSpan': (value) => {
      if (this.#cell) this.#cell.columns = Math.max(1, countIn(value));
    },
    'w:vMerge': (value) => {
      if (this.#cell) this.#cell.goesOn = value !== 'restart';
    },
  };

  /** Takes the beginning of an element that is of tables. */
  open(name: string, attributes: Attributes): void {
    if (name === 'w:tbl') this.#nested += 1;
    if (this.#nested === 0) opened(this.#openings, name, attributes);
  }

  /** Takes the end of an element; true at the end of the table itself. */
  close(name: string): boolean {
    if (name === 'w:tbl') {
      this.#nested -= 1;
      return this.#nested < 0;
    }
    if (this.#nested === 0 && name === 'w:tc') this.#closeCell();
    if (this.#nested === 0 && name === 'w:tr' && this.#isHeader && this.#headerRows === this.#row)
      this.#headerRows += 1;
    return false;
  }

  paragraph(text: string): void {
    if (text !== '') this.#cell?.paragraphs.push(text);
  }

  /** The table; one of a single cell only frames its paragraphs, one without words is an ornament. */
  blocks(): Block[] {
    const words = this.#texts.filter((text) => text !== '');
    if (words.length === 0) return [];
    const table = this.#grid.block(this.#headerRows);
    if (table.rows.length > 1 || (table.rows[0]?.length ?? 0) > 1) return [table];
    return words.flatMap((text) => text.split('\n')).map((text) => ({ kind: 'paragraph', text }));
  }

  #openRow(): void {
    this.#row += 1;
    this.#column = 0;
    this.#isHeader = false;
  }

  #closeCell(): void {
    if (!this.#cell) return;
    const { paragraphs, columns, goesOn } = this.#cell;
    const text = tidied(paragraphs.join('\n'));
    const isTaken = goesOn && text === '' && this.#grid.goOn(this.#row, this.#column);
    if (!isTaken) this.#grid.put(this.#row, this.#column, text, columns);
    this.#texts.push(text);
    this.#column += columns;
    this.#cell = undefined;
  }
}

function countIn(value: string | undefined): number {
  return value !== undefined && /^\d{1,3}$/.test(value) ? Number(value) : 0;
}
