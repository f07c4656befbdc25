import { countOf } from './number-formats.js';

/** A provision as far as it can be known again. */
export interface Recognizable {
  /** How deep it stands; null where it has no mark. */
  readonly rank: number | null;
  readonly number: string | null;
  /** All of its words, in every language. */
  readonly words: string;
}

/** A provision of the latest version. */
export interface StoredOne extends Recognizable {
  readonly id: string;
}

/** At the same place fewer words need to be the same than anywhere else. */
const ALIKE_IN_PLACE = 0.3;
const ALIKE_ANYWHERE = 0.6;
/** Provisions without a number share their place: so many of them are compared. */
const SAME_PLACE_MOST = 50;
/** Beyond so many pairs only places are asked. */
const PAIRS_MOST = 250_000;

/**
 * Which provisions of the latest version those of a new text are: by the same words, else at the same place (the numbers
 * of all they stand in) with some of the words, else anywhere with most of them. Undefined for a new one.
 */
export function keptIds(fresh: readonly Recognizable[], stored: readonly StoredOne[]): (string | undefined)[] {
  const matching = new Matching(fresh, stored);
  matching.match(({ words }) => words, 0);
  matching.match(({ path }) => path, ALIKE_IN_PLACE);
  matching.matchAnywhere();
  return matching.ids;
}

type Known<T> = T & { readonly path: string; readonly bag: ReadonlySet<string> };

class Matching {
  readonly ids: (string | undefined)[];
  readonly #fresh: readonly Known<Recognizable>[];
  readonly #stored: readonly Known<StoredOne>[];
  readonly #taken = new Set<string>();

  constructor(fresh: readonly Recognizable[], stored: readonly StoredOne[]) {
    this.#fresh = known(fresh);
    this.#stored = known(stored);
    this.ids = fresh.map(() => undefined);
  }

  /** Matches what has the same key and is alike enough; several of one key go in their order. */
  match(keyOf: (one: Known<Recognizable>) => string, alike: number): void {
    const byKey = new Map<string, Known<StoredOne>[]>();
    for (const one of this.#open()) {
      const same = byKey.get(keyOf(one));
      if (same) same.push(one);
      else byKey.set(keyOf(one), [one]);
    }
    for (const [at, one] of this.#fresh.entries()) {
      if (this.ids[at] !== undefined) continue;
      const candidates = (byKey.get(keyOf(one)) ?? [])
        .filter(({ id }) => !this.#taken.has(id))
        .slice(0, SAME_PLACE_MOST);
      const found = candidates.find((each) => likeness(one.bag, each.bag) >= alike);
      if (found) this.#take(at, found);
    }
  }

  matchAnywhere(): void {
    const open = this.#open();
    const waiting = this.#fresh.flatMap((one, at) => (this.ids[at] === undefined ? [{ one, at }] : []));
    if (open.length * waiting.length > PAIRS_MOST) return;
    for (const { one, at } of waiting) {
      const [best] = open
        .filter(({ id }) => !this.#taken.has(id))
        .map((each) => ({ each, score: likeness(one.bag, each.bag) }))
        .sort((a, b) => b.score - a.score);
      if (best && best.score >= ALIKE_ANYWHERE) this.#take(at, best.each);
    }
  }

  #open(): Known<StoredOne>[] {
    return this.#stored.filter(({ id }) => !this.#taken.has(id));
  }

  #take(at: number, { id }: StoredOne): void {
    this.ids[at] = id;
    this.#taken.add(id);
  }
}

/** Each with its place: its number behind those of all it stands in, and its words. */
function known<T extends Recognizable>(items: readonly T[]): Known<T>[] {
  let above: Recognizable[] = [];
  return items.map((item) => {
    const { rank } = item;
    if (rank !== null) above = [...above.filter((one) => (one.rank ?? 0) < rank), item];
    const path = above.map((one) => `${one.rank} ${countOf(one.number ?? '')}`).join(' / ');
    const bag = new Set(item.words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
    return { ...item, path: rank === null ? `${path} /` : path, bag };
  });
}

/** The share of words that are in both (Dice). */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = [...one].filter((word) => other.has(word)).length;
  const all = one.size + other.size;
  return all === 0 ? 1 : (2 * common) / all;
}
