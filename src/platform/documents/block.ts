import type { Language } from '../kernel/index.js';

/** Words of a paragraph: as they are, or put in, taken out, in bold. */
export interface Run {
  readonly text: string;
  readonly mark?: 'added' | 'removed' | 'bold';
}

/** A part of a document, one after the other. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | {
      readonly kind: 'paragraph';
      readonly runs: readonly Run[];
      /** Where it is another than that of the document. */
      readonly lang?: Language | undefined;
      /** A quote and what stands in the place of words are set apart, notes are small. */
      readonly style?: 'quote' | 'note';
    };

/** What a document says of itself. */
export interface DocumentHead {
  readonly title: string;
  readonly author: string;
  readonly lang: Language;
  readonly madeAt: Date;
  /** What stands below every page, with the number of the page. */
  readonly footer: string;
  /** Said at the end of a document in which the font lacked letters; `�` stands for them. */
  readonly lacking: string;
}

/** A document, block by block: never whole in memory. */
export type Blocks = AsyncIterable<Block>;

/** A paragraph of one text. */
export function paragraph(text: string, more: { lang?: Language | undefined; style?: 'quote' | 'note' } = {}): Block {
  return { kind: 'paragraph', runs: [{ text }], ...more };
}

/** Neither controls nor invisible marks of direction, which would turn the words around them; tab and line break stay. */
const UNPRINTABLE = /(?![\t\n])[\p{Cc}\p{Bidi_Control}\ufeff\ufffe\uffff]/gu;

/** A text as documents for people print it. */
export function printable(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').replace(UNPRINTABLE, '').toWellFormed();
}
