import { isLocalDate } from './local-date.js';
import { Problem } from './problem.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** One page of a list: `next` is the cursor to ask on with, or null at the end. */
export interface Page<T> {
  readonly items: T[];
  readonly next: string | null;
  readonly total?: number;
}

/** Values of the last row's sort keys, in the order of the sort. */
export type CursorKey = string | number | null;

/** What a key of a cursor is: `count` fits an integer column, `number` a bigint; `instant` is as `toISOString` writes it. */
export type CursorKind = 'string' | 'count' | 'number' | 'id' | 'date' | 'instant';

const LARGEST = 2_147_483_647;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?Z$/;

/** An opaque cursor that stays right when rows are inserted: it holds sort keys, not a position. */
export function cursorOf(keys: readonly CursorKey[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/**
 * The sort keys in a cursor, one per wanted kind; null without a cursor.
 * Throws `malformed` for anything this server did not hand out for such a list.
 */
export function keysOf(cursor: string | undefined, kinds: readonly CursorKind[]): CursorKey[] | null {
  if (cursor === undefined) return null;
  let keys: unknown;
  try {
    keys = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw badCursor();
  }
  if (!Array.isArray(keys) || keys.length !== kinds.length) throw badCursor();
  if (!keys.every((key, at) => isOfKind(key, kinds[at]) && isStorable(key))) throw badCursor();
  return keys as CursorKey[];
}

/** Cuts `limit + 1` rows to a page; the extra row only tells that there is more. */
export function pageOf<R, T>(
  rows: readonly R[],
  limit: number,
  keys: (row: R) => readonly CursorKey[],
  shape: (row: R) => T,
): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items: shown.map(shape), next: more ? cursorOf(keys(last)) : null };
}

/** What a forged cursor holds must not reach the database as something it cannot read. */
const IS: Readonly<Record<CursorKind, (key: unknown) => boolean>> = {
  string: (key) => typeof key === 'string',
  count: (key) => Number.isInteger(key) && Number(key) >= 0 && Number(key) <= LARGEST,
  number: (key) => Number.isSafeInteger(key) && Number(key) >= 0,
  id: (key) => typeof key === 'string' && UUID.test(key),
  date: isLocalDate,
  instant: (key) => typeof key === 'string' && INSTANT.test(key) && !Number.isNaN(Date.parse(key)),
};

function isOfKind(key: unknown, kind: CursorKind | undefined): boolean {
  return kind !== undefined && IS[kind](key);
}

function isStorable(key: unknown): boolean {
  return typeof key !== 'string' || (key.isWellFormed() && !key.includes('\u0000') && key.length <= 1000);
}

function badCursor(): Problem {
  return new Problem('malformed', { errors: [{ pointer: '/after', code: 'bad-cursor' }] });
}
