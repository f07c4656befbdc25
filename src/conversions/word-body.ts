import { lose, tidied, type Block, type Loss, type Losses } from './document.js';
import { numberOf, type WordLists } from './word-lists.parser.js';
import { WordNumbering } from './word-numbering.js';
import type { WordStyles } from './word-styles.parser.js';
import { WordTable } from './word-table.js';
import { isOff, opened, type Attributes, type Openings, type XmlReader } from './xml.parser.js';

/** Elements that are left out with all that is in them, and what is lost by it. */
const LEFT_OUT: ReadonlyMap<string, Loss | undefined> = new Map<string, Loss | undefined>([
  ['w:del', 'tracked-changes'],
  ['w:moveFrom', 'tracked-changes'],
  ['w:drawing', 'images'],
  ['w:pict', 'images'],
  ['w:object', 'objects'],
  ['w:altChunk', 'objects'],
  ['w:txbxContent', 'text-boxes'],
  // The same for programs that know less.
  ['mc:Fallback', undefined],
  // What the paragraph was before.
  ['w:pPrChange', 'tracked-changes'],
]);

/** Elements that are kept, or empty, and tell of something lost. */
const TOLD: ReadonlyMap<string, Loss> = new Map<string, Loss>([
  ['w:ins', 'tracked-changes'],
  ['w:moveTo', 'tracked-changes'],
  ['w:commentReference', 'comments'],
  ['w:footnoteReference', 'footnotes'],
  ['w:endnoteReference', 'footnotes'],
  ['m:oMath', 'formulas'],
]);

const SIGNS: ReadonlyMap<string, string> = new Map([
  ['w:tab', ' '],
  ['w:br', '\n'],
  ['w:cr', '\n'],
  ['w:noBreakHyphen', '-'],
]);

const TEXTS = new Set(['w:t', 'm:t']);

interface OpenParagraph {
  text: string;
  style: string | undefined;
  listId: string | undefined;
  depth: number | undefined;
}

/** Reads the body of a Word document as its text would be printed: changes accepted, numbers counted, tables kept. */
export class WordBody implements XmlReader {
  readonly blocks: Block[] = [];
  readonly #numbering: WordNumbering;
  #skipping = 0;
  #tabStops = false;
  #textDepth = 0;
  #isHidden = false;
  #paragraph: OpenParagraph | undefined;
  #table: WordTable | undefined;

  readonly #openings: Openings = {
    'w:tbl': () => {
      this.#openTable();
    },
    'w:p': () => {
      this.#paragraph = { text: '', style: undefined, listId: undefined, depth: undefined };
    },
    'w:tabs': () => {
      this.#tabStops = true;
    },
    'w:r': () => {
      this.#isHidden = false;
    },
    'w:t': () => (this.#textDepth += 1),
    'm:t': () => (this.#textDepth += 1),
    'w:sym': (_, attributes) => {
      this.#add(signOf(attributes.get('char')));
    },
    'w:vanish': (value) => {
      this.#isHidden = !isOff(value);
    },
    'w:pStyle': (value) => {
      if (this.#paragraph) this.#paragraph.style = value;
    },
    'w:numId': (value) => {
      if (this.#paragraph) this.#paragraph.listId = value;
    },
    'w:ilvl': (value) => {
      if (this.#paragraph) this.#paragraph.depth = numberOf(value);
    },
  };

  constructor(
    private readonly lists: WordLists,
    private readonly styles: WordStyles,
    private readonly losses: Losses,
  ) {
    this.#numbering = new WordNumbering(lists, losses);
  }

  open(name: string, attributes: Attributes): void {
    if (this.#skipping > 0 || LEFT_OUT.has(name)) {
      this.#skip(name);
      return;
    }
    const told = TOLD.get(name);
    if (told) lose(this.losses, told);
    if (name !== 'w:tbl') this.#table?.open(name, attributes);
    const sign = this.#tabStops ? undefined : SIGNS.get(name);
    if (sign !== undefined) this.#add(sign);
    opened(this.#openings, name, attributes);
  }

  close(name: string): void {
    if (this.#skipping > 0) {
      this.#skipping -= 1;
      return;
    }
    if (TEXTS.has(name)) this.#textDepth -= 1;
    if (name === 'w:tabs') this.#tabStops = false;
    if (name === 'w:r') this.#isHidden = false;
    if (name === 'w:p') this.#closeParagraph();
    if (this.#table?.close(name)) this.#closeTable();
  }

  text(text: string): void {
    if (this.#textDepth > 0 && this.#skipping === 0) this.#add(text);
  }

  /** A box inside of a drawing holds words: that is told too. */
  #skip(name: string): void {
    this.#skipping += 1;
    const loss = LEFT_OUT.get(name);
    if (loss) lose(this.losses, loss);
  }

  #add(text: string): void {
    if (!this.#paragraph) return;
    if (!this.#isHidden) this.#paragraph.text += text;
    else if (text.trim() !== '') lose(this.losses, 'hidden-text');
  }

  #openTable(): void {
    if (!this.#table) {
      this.#table = new WordTable();
    } else {
      lose(this.losses, 'nested-tables');
      this.#table.open('w:tbl', new Map());
    }
  }

  #closeTable(): void {
    this.blocks.push(...(this.#table?.blocks() ?? []));
    this.#table = undefined;
  }

  #closeParagraph(): void {
    if (!this.#paragraph) return;
    const text = tidied(`${this.#numberOf(this.#paragraph)} ${this.#paragraph.text}`);
    this.#paragraph = undefined;
    if (this.#table) this.#table.paragraph(text);
    else if (text !== '') this.blocks.push({ kind: 'paragraph', text });
  }

  #numberOf({ style, listId, depth }: OpenParagraph): string {
    const place = listId === undefined ? this.styles.listOf(style) : { listId, depth, style: style ?? '' };
    // The list `0` is none: it takes a paragraph out of the list of its style.
    if (place === undefined || place.listId === '0') return '';
    const level = depth ?? place.depth ?? this.lists.levelOfStyle(place.listId, place.style) ?? 0;
    return this.#numbering.next(place.listId, level);
  }
}

/** A sign of a symbol font; those without a place in Unicode are not printed by others. */
function signOf(hex = ''): string {
  const code = /^[0-9A-Fa-f]{1,4}$/.test(hex) ? Number.parseInt(hex, 16) : 0;
  const isText = code >= 0x20 && code < 0xd800;
  return isText ? String.fromCharCode(code) : '';
}
