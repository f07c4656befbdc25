import { setImmediate as breath } from 'node:timers/promises';
import type { ComparedText, Mate, NewText } from './grouping.js';
import { METHOD } from './method.js';
import { bandsOf, piecesOf } from './similarity.js';

/** Others are served at the latest after so long a computation. */
const BREATH_MS = 15;

/** A stored text that shares bands with the new text at this place. */
export interface BandMate {
  readonly at: number;
  readonly commentId: string;
  readonly groupId: string;
  readonly shared: number;
}

export const NO_TEXT: NewText = { bands: [], pieces: () => new Uint32Array(), mates: [] };

/** Pieces and bands of a normal text; one of few words is found by none. */
export function bandedIn(
  scope: string,
  normal: string,
  words: number,
): { readonly bands: readonly string[]; readonly pieces: Uint32Array } {
  const pieces = piecesOf(normal);
  return { pieces, bands: words < METHOD.leastWords ? [] : bandsOf(pieces, scope) };
}

/** Mates by the place of the new text; `piecesOfStored` is asked once for each, when it is compared. */
export function matesOf(rows: readonly BandMate[], piecesOfStored: (id: string) => Uint32Array): Map<number, Mate[]> {
  const known = new Map<string, ComparedText>();
  const mates = new Map<number, Mate[]>();
  for (const { at, commentId, groupId, shared } of rows) {
    const text = known.get(commentId) ?? { commentId, groupId, pieces: once(() => piecesOfStored(commentId)) };
    known.set(commentId, text);
    mates.set(at, [...(mates.get(at) ?? []), { text, shared }]);
  }
  return mates;
}

function once(read: () => Uint32Array): () => Uint32Array {
  let pieces: Uint32Array | undefined;
  return () => (pieces ??= read());
}

/** Does it to each, and lets others have their turn whenever it has taken long. */
export async function inBreaths<T, R>(things: readonly T[], act: (thing: T) => R): Promise<R[]> {
  const results: R[] = [];
  let since = performance.now();
  for (const thing of things) {
    results.push(act(thing));
    if (performance.now() - since > BREATH_MS) {
      await breath();
      since = performance.now();
    }
  }
  return results;
}
