import { wordsOf, type Word } from './words.js';

/** A piece of a text; `hit` where it is a word that was sought. */
export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

/** Words of a snippet, and how many of them come before the first hit. */
const WORDS = 40;
const BEFORE = 8;
const LONGEST_GAP = 200;

/**
 * The part of a text with most of the words at these places (from 1, as the index counts), in pieces whose texts
 * together are that part; … says that the text goes on. Without a place its beginning.
 */
export function snippetOf(text: string, places: readonly number[]): Piece[] {
  const from = Math.max(0, bestOf([...places].sort((one, other) => one - other)) - 1 - BEFORE);
  const { words, goesOn } = wordsFrom(text, from);
  const sought = new Set(places);
  const pieces: Piece[] = [];
  let end = from === 0 ? 0 : (words[0]?.start ?? 0);
  if (from > 0) put(pieces, '… ', false);
  for (const [at, { start, end: after }] of words.entries()) {
    put(pieces, gap(text.slice(end, start)), false);
    put(pieces, text.slice(start, after), sought.has(from + at + 1));
    end = after;
  }
  put(pieces, goesOn ? ' …' : gap(text.slice(end)), false);
  return pieces;
}

/** The words behind the first `from`, and whether there are more than are shown. */
function wordsFrom(text: string, from: number): { words: Word[]; goesOn: boolean } {
  const words: Word[] = [];
  let at = 0;
  for (const word of wordsOf(text)) {
    at += 1;
    if (at > from + WORDS) return { words, goesOn: true };
    if (at > from) words.push(word);
  }
  return { words, goesOn: false };
}

/** The place from which a snippet has most hits. */
function bestOf(places: readonly number[]): number {
  let best = { place: places[0] ?? 1, hits: 0 };
  for (const [at, place] of places.entries()) {
    let last = at;
    while ((places[last + 1] ?? Infinity) < place + WORDS - BEFORE) last += 1;
    if (last - at + 1 > best.hits) best = { place, hits: last - at + 1 };
  }
  return best.place;
}

/** What stands between two words; rows of signs are shortened. */
function gap(text: string): string {
  return text.length > LONGEST_GAP ? `${text.slice(0, LONGEST_GAP / 2).toWellFormed()} … ` : text;
}

function put(pieces: Piece[], text: string, hit: boolean): void {
  const last = pieces.at(-1);
  if (text === '') return;
  if (last?.hit === hit) pieces[pieces.length - 1] = { text: last.text + text, hit };
  else pieces.push({ text, hit });
}
