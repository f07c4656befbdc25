import { DocumentFault, type FaultCode } from './document-fault.js';
import type { Loss, ReadDocument } from './document.js';
import { readDocx } from './docx.parser.js';
import { readHtml } from './html-document.parser.js';
import { keptIds, type StoredOne } from './kept-ids.js';
import { outlineOf, type OutlineItem } from './outline.js';
import { paired, type Difference, type PairedItem } from './paired.js';

/** The languages in which a draft is given; each has a document of its own. */
export const DOCUMENT_LANGUAGES = ['kk', 'ru'] as const;

export type DocumentLanguage = (typeof DOCUMENT_LANGUAGES)[number];

/** Provisions in either language. */
export type Outlines = Readonly<Record<DocumentLanguage, readonly OutlineItem[]>>;

/** What is to be converted: a document in one language or in both, or what was read of two before. */
export interface ConversionWork {
  readonly documents: Partial<Record<DocumentLanguage, Uint8Array>>;
  readonly outlines?: Outlines;
  readonly stored: readonly StoredOne[];
}

/** What of a document does not become a part of the text, and how often. */
export interface LossCount {
  readonly language: DocumentLanguage;
  readonly loss: Loss;
  readonly count: number;
}

/** A document that was refused. */
export interface RefusedDocument {
  readonly language: DocumentLanguage;
  readonly code: FaultCode;
  readonly params: Readonly<Record<string, number>>;
}

/** What came of it. */
export interface Converted {
  readonly refused: readonly RefusedDocument[];
  readonly losses: readonly LossCount[];
  /** Of a single document. */
  readonly outline: readonly OutlineItem[];
  /** Of two. */
  readonly items: readonly PairedItem[];
  readonly differences: readonly Difference[];
  /** For each item the provision of the latest version that it is. */
  readonly ids: readonly (string | undefined)[];
}

const PACKED = Buffer.from('PK');
const OLD_WORD = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/** Converts; runs in a thread of its own, since documents are made by strangers. */
export function converted({ documents, outlines, stored }: ConversionWork): Converted {
  if (outlines) return { ...NOTHING, ...pairedOutlines(outlines, stored) };
  const read = DOCUMENT_LANGUAGES.flatMap((language) => {
    const bytes = documents[language];
    return bytes ? [readOne(language, bytes)] : [];
  });
  const refused = read.filter((one) => one instanceof Refusal);
  const whole = read.flatMap((one) => (one instanceof Refusal ? [] : [one]));
  const losses = whole.flatMap((one) => one.losses);
  const [first, second] = whole;
  const nothing = { ...NOTHING, refused, losses };
  if (refused.length > 0 || !first) return nothing;
  if (!second) return { ...nothing, outline: first.items };
  return { ...nothing, ...pairedOutlines({ kk: first.items, ru: second.items }, stored) };
}

const NOTHING: Converted = { refused: [], losses: [], outline: [], items: [], differences: [], ids: [] };

function pairedOutlines({ kk, ru }: Outlines, stored: readonly StoredOne[]) {
  const { items, differences } = paired(kk, ru);
  return { items, differences, ids: keptIds(items.map(recognizable), stored) };
}

class Refusal implements RefusedDocument {
  constructor(
    readonly language: DocumentLanguage,
    readonly code: FaultCode,
    readonly params: Readonly<Record<string, number>>,
  ) {}
}

function readOne(language: DocumentLanguage, bytes: Uint8Array) {
  try {
    const document = readDocument(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    const items = outlineOf(document);
    return { items, losses: [...document.losses].map(([loss, count]) => ({ language, loss, count })) };
  } catch (error) {
    if (!(error instanceof DocumentFault)) throw error;
    return new Refusal(language, error.code, error.params);
  }
}

/** What it is, is found from what is in it, not from its name. */
function readDocument(bytes: Buffer): ReadDocument {
  if (bytes.length === 0) throw new DocumentFault('document-empty');
  if (bytes.subarray(0, PACKED.length).equals(PACKED)) return readDocx(bytes);
  if (bytes.subarray(0, OLD_WORD.length).equals(OLD_WORD)) throw new DocumentFault('document-old-format');
  if (!/^[\s\ufeff]*<[a-z!?]/i.test(bytes.toString('utf8', 0, 1024))) throw new DocumentFault('document-unknown');
  return readHtml(bytes);
}

function recognizable({ rank, number, heading, text, table }: PairedItem) {
  const cells = table ? [...table.kk.rows.flat(), ...table.ru.rows.flat()] : [];
  const words = [heading?.kk, heading?.ru, text?.kk, text?.ru, ...cells].filter(Boolean).join(' ');
  return { rank, number, words };
}
