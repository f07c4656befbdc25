import { defaultTreeAdapter as tree, type DefaultTreeAdapterTypes } from 'parse5';
import { tidied, type Block, type ParagraphBlock } from './document.js';
import { attribute, numberIn } from './html-lists.js';
import { TableGrid } from './table-grid.js';

type Element = DefaultTreeAdapterTypes.Element;

/** A table of an HTML document. `read` gives the text of a cell. */
export class HtmlTable {
  readonly #rows: readonly Element[];
  readonly #headRows: number;
  readonly #captions: readonly string[];

  constructor(
    table: Element,
    private readonly read: (cell: Element) => string,
  ) {
    const parts = childrenOf(table);
    this.#rows = parts.flatMap((part) => (part.tagName === 'tr' ? [part] : childrenOf(part, 'tr')));
    this.#headRows = parts.filter(isHead).flatMap((part) => childrenOf(part, 'tr')).length;
    this.#captions = parts.filter(({ tagName }) => tagName === 'caption').map(read);
  }

  /** The table under its caption; one of a single cell only frames its paragraphs, one without words is an ornament. */
  blocks(): Block[] {
    const grid = new TableGrid();
    const words = this.#rows.flatMap((row, at) => this.#put(grid, row, at));
    const captions = asParagraphs(this.#captions);
    if (words.every((text) => text === '')) return captions;
    const table = grid.block(this.#headRows || this.#leadingHeadings());
    const isFrame = table.rows.length === 1 && table.rows[0]?.length === 1;
    return isFrame ? [...captions, ...asParagraphs(words)] : [...captions, table];
  }

  /** The words of a table that stands in the cell of another. */
  lines(): Block[] {
    return asParagraphs([...this.#captions, ...this.#rows.flatMap((row) => cellsOf(row).map(this.read))]);
  }

  #put(grid: TableGrid, row: Element, at: number): string[] {
    let column = 0;
    return cellsOf(row).map((cell) => {
      column = grid.free(at, column);
      const text = tidied(this.read(cell));
      const down = numberIn(attribute(cell, 'rowspan')) ?? 1;
      const rows = Math.min(down === 0 ? this.#rows.length : down, this.#rows.length - at);
      grid.put(at, column, text, numberIn(attribute(cell, 'colspan')) ?? 1, rows);
      return text;
    });
  }

  /** Without a head: the first rows of which every cell is a heading. */
  #leadingHeadings(): number {
    const first = this.#rows.findIndex((row) => cellsOf(row).some(({ tagName }) => tagName !== 'th'));
    return first < 0 ? 0 : first;
  }
}

function asParagraphs(texts: readonly string[]): ParagraphBlock[] {
  const lines = texts.flatMap((text) => text.split('\n')).filter((text) => text !== '');
  return lines.map((text) => ({ kind: 'paragraph', text }));
}

function childrenOf(element: Element, tagName?: string): Element[] {
  const elements = element.childNodes.filter((node): node is Element => tree.isElementNode(node));
  return tagName === undefined ? elements : elements.filter((one) => one.tagName === tagName);
}

function cellsOf(row: Element): Element[] {
  return childrenOf(row).filter(({ tagName }) => tagName === 'td' || tagName === 'th');
}

function isHead({ tagName }: Element): boolean {
  return tagName === 'thead';
}
