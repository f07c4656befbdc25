import { numberOf } from './word-lists.parser.js';
import { opened, readXml, type Attributes, type Openings, type XmlReader } from './xml.parser.js';

interface Style {
  basedOn: string | undefined;
  listId: string | undefined;
  depth: number | undefined;
}

/** A paragraph's place in a list by its style. */
export interface ListOfStyle {
  readonly listId: string;
  /** Undefined: the level that names the style. */
  readonly depth: number | undefined;
  readonly style: string;
}

/** Styles follow each other no further than this; a circle of them ends there. */
const CHAIN_MOST = 20;

/** The paragraph styles of a Word document (styles.xml), as far as they number. */
export class WordStyles implements XmlReader {
  readonly #styles = new Map<string, Style>();
  #style: Style | undefined;
  #default: string | undefined;

  readonly #openings: Openings = {
    'w:style': (_, attributes) => {
      this.#begin(attributes);
    },
    'w:basedOn': (value) => {
      if (this.#style) this.#style.basedOn = value;
    },
    'w:numId': (value) => {
      if (this.#style) this.#style.listId = value;
    },
    'w:ilvl': (value) => {
      if (this.#style) this.#style.depth = numberOf(value);
    },
  };

  constructor(part: Buffer | undefined) {
    if (part) readXml(part, this);
  }

  open(name: string, attributes: Attributes): void {
    opened(this.#openings, name, attributes);
  }

  close(name: string): void {
    if (name === 'w:style') this.#style = undefined;
  }

  /** The list in which paragraphs of this style stand; undefined without one. */
  listOf(styleId: string | undefined): ListOfStyle | undefined {
    let id = styleId ?? this.#default;
    for (let step = 0; id !== undefined && step < CHAIN_MOST; step += 1) {
      const style = this.#styles.get(id);
      if (style?.listId !== undefined) return { listId: style.listId, depth: style.depth, style: id };
      id = style?.basedOn;
    }
    return undefined;
  }

  #begin(attributes: Attributes): void {
    const id = attributes.get('styleId') ?? '';
    this.#style = { basedOn: undefined, listId: undefined, depth: undefined };
    this.#styles.set(id, this.#style);
    if (attributes.get('type') === 'paragraph' && attributes.get('default') === '1') this.#default = id;
  }
}
