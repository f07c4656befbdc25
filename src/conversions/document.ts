/** What of a document does not become a part of the text; whoever converts it is told. */
export const LOSSES = [
  'tracked-changes',
  'comments',
  'footnotes',
  'images',
  'text-boxes',
  'objects',
  'formulas',
  'hidden-text',
  'scripts',
  'nested-tables',
  'number-formats',
  'empty-provisions',
] as const;

export type Loss = (typeof LOSSES)[number];

/** How often each loss occurred. */
export type Losses = Map<Loss, number>;

/** Cells that are one, counted from 1. */
export interface MergedArea {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A table with all its places, empty ones too. */
export interface TableBlock {
  readonly kind: 'table';
  readonly rows: readonly (readonly string[])[];
  readonly headerRows: number;
  readonly merged: readonly MergedArea[];
}

/** A paragraph with its automatic number before it, as it is printed. */
export interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly text: string;
}

export type Block = ParagraphBlock | TableBlock;

/** What was read of a document, in its order. */
export interface ReadDocument {
  readonly blocks: readonly Block[];
  readonly losses: Losses;
}

/** Counts a loss. */
export function lose(losses: Losses, loss: Loss): void {
  losses.set(loss, (losses.get(loss) ?? 0) + 1);
}

/** Runs of space, also non-breaking, as one; line breaks stay. */
export function tidied(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/[\s\u00a0]+/g, ' ').trim())
    .join('\n')
    .replace(/^\n+|\n+$/g, '');
}
