import { diffArrays } from 'diff';
import { cellsIn } from '../consultations/index.js';
import { changedWords, type WordRun } from './changed-words.js';

/** A row of a table: cell by cell the words with their fate. */
export type ChangedRow = readonly (readonly WordRun[])[];

/** Tables that differ in more rows than this share too little: the one replaces the other. */
const MOST_EDITS = 1_000;

/**
 * The rows that turn the table `before` into `after`, both as provisions keep them. Rows that stand in both are the same;
 * between two of these the first that went becomes the first that came, and so on; what is left went or came whole.
 */
export function changedRows(before: string, after: string): ChangedRow[] {
  const [was, is] = [rowsIn(before), rowsIn(after)];
  const parts = diffArrays(was, is, { maxEditLength: MOST_EDITS });
  if (!parts) return pairs(was, is);
  const rows: ChangedRow[] = [];
  let gone: string[] = [];
  let come: string[] = [];
  for (const { removed, added, value } of parts) {
    if (removed) gone = value;
    else if (added) come = value;
    else {
      rows.push(...pairs(gone, come), ...value.map((row) => pair(row, row)));
      [gone, come] = [[], []];
    }
  }
  return [...rows, ...pairs(gone, come)];
}

function rowsIn(text: string): string[] {
  return text === '' ? [] : text.split('\n');
}

function pairs(gone: readonly string[], come: readonly string[]): ChangedRow[] {
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, at) => pair(gone[at], come[at]));
}

/** A row with other cells than before took its place. */
function pair(before: string | undefined, after: string | undefined): ChangedRow {
  const [was, is] = [cellsOf(before), cellsOf(after)];
  const cells = Math.max(was.length, is.length);
  return Array.from({ length: cells }, (_, at) => changedWords(was[at] ?? '', is[at] ?? ''));
}

function cellsOf(row: string | undefined): string[] {
  return row === undefined ? [] : (cellsIn(row)[0] ?? []);
}
