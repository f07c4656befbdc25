import { isOff, opened, readXml, type Attributes, type Openings, type XmlReader } from './xml.parser.js';

/** A level of a list. */
export interface ListLevel {
  readonly start: number;
  /** Word's name of the format: `decimal`, `upperRoman`, `bullet` … */
  readonly format: string;
  /** "%1.%2)": the counts of the levels with what is printed around them. */
  readonly text: string;
  /** Prints all counts in digits. */
  readonly isLegal: boolean;
  /** 0: never begins anew; else the level, from 1, that makes it do so. */
  readonly restart: number | undefined;
  /** The paragraph style that stands at this level. */
  readonly style: string | undefined;
}

/** A list of a document; lists of one kind count together. */
export interface WordList {
  readonly abstractId: string;
  readonly levels: ReadonlyMap<number, ListLevel>;
  /** Where it begins anew, by level. */
  readonly starts: ReadonlyMap<number, number>;
}

type Draft<T> = { -readonly [Key in keyof T]: T[Key] };

interface Abstract {
  readonly levels: Map<number, Draft<ListLevel>>;
  /** The list style it takes its levels from. */
  styleLink: string | undefined;
  /** The list style whose levels these are. */
  ownStyle: string | undefined;
}

interface Concrete {
  abstractId: string;
  readonly starts: Map<number, number>;
  readonly levels: Map<number, Draft<ListLevel>>;
}

/** The lists of a Word document (numbering.xml), which say how its automatic numbers are printed. */
export class WordLists implements XmlReader {
  readonly #abstracts = new Map<string, Abstract>();
  readonly #concretes = new Map<string, Concrete>();
  #abstract: Abstract | undefined;
  #concrete: Concrete | undefined;
  #level: Draft<ListLevel> | undefined;
  #override = 0;

  readonly #openings: Openings = {
    'w:abstractNum': (_, attributes) => {
      this.#abstract = { levels: new Map(), styleLink: undefined, ownStyle: undefined };
      this.#abstracts.set(attributes.get('abstractNumId') ?? '', this.#abstract);
    },
    'w:num': (_, attributes) => {
      this.#concrete = { abstractId: '', starts: new Map(), levels: new Map() };
      this.#concretes.set(attributes.get('numId') ?? '', this.#concrete);
    },
    'w:lvl': (_, attributes) => {
      this.#openLevel(numberOf(attributes.get('ilvl')));
    },
    'w:lvlOverride': (_, attributes) => {
      this.#override = numberOf(attributes.get('ilvl'));
    },
    'w:startOverride': (value) => this.#concrete?.starts.set(this.#override, numberOf(value)),
    'w:abstractNumId': (value = '') => {
      if (this.#concrete) this.#concrete.abstractId = value;
    },
    'w:numStyleLink': (value) => {
      if (this.#abstract) this.#abstract.styleLink = value;
    },
    'w:styleLink': (value) => {
      if (this.#abstract) this.#abstract.ownStyle = value;
    },
  };

  constructor(part: Buffer | undefined) {
    if (part) readXml(part, this);
  }

  open(name: string, attributes: Attributes): void {
    if (this.#level) setLevel(this.#level, name, attributes.get('val'));
    else opened(this.#openings, name, attributes);
  }

  close(name: string): void {
    if (name === 'w:lvl') this.#level = undefined;
    if (name === 'w:abstractNum') this.#abstract = undefined;
    if (name === 'w:num') this.#concrete = undefined;
  }

  /** Undefined when there is none; `0` means that a paragraph stands in none. */
  list(id: string): WordList | undefined {
    const concrete = this.#concretes.get(id);
    const abstract = concrete && this.#resolved(concrete.abstractId);
    if (!concrete || !abstract) return undefined;
    const levels = new Map([...abstract.levels, ...concrete.levels]);
    return { abstractId: concrete.abstractId, levels, starts: concrete.starts };
  }

  /** The level at which a paragraph style stands in a list. */
  levelOfStyle(listId: string, style: string): number | undefined {
    const levels = this.list(listId)?.levels ?? new Map<number, ListLevel>();
    return [...levels].find(([, level]) => level.style === style)?.[0];
  }

  #resolved(id: string): Abstract | undefined {
    const abstract = this.#abstracts.get(id);
    const link = abstract?.styleLink;
    if (link === undefined) return abstract;
    return [...this.#abstracts.values()].find(({ ownStyle }) => ownStyle === link) ?? abstract;
  }

  #openLevel(depth: number): void {
    const fresh = { start: 0, format: 'decimal', text: '', isLegal: false, restart: undefined, style: undefined };
    this.#level = fresh;
    (this.#concrete ?? this.#abstract)?.levels.set(depth, fresh);
  }
}

function setLevel(level: Draft<ListLevel>, name: string, value = ''): void {
  if (name === 'w:start') level.start = numberOf(value);
  if (name === 'w:numFmt') level.format = value;
  if (name === 'w:lvlText') level.text = value;
  if (name === 'w:isLgl') level.isLegal = !isOff(value);
  if (name === 'w:lvlRestart') level.restart = numberOf(value);
  if (name === 'w:pStyle') level.style = value;
}

/** A count of a document; what is none, or out of all measure, is nothing. */
export function numberOf(text: string | undefined): number {
  return text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : 0;
}
