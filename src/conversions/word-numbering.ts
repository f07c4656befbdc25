import { lose, type Losses } from './document.js';
import { isKnownFormat, printed } from './number-formats.js';
import type { ListLevel, WordLists } from './word-lists.parser.js';

/** Signs of symbol fonts have no place in Unicode of their own: they are bullets. */
const SYMBOL = /[\ue000-\uf8ff]/g;
const LEVELS = 9;

/** Gives paragraphs the automatic numbers that Word would print before them, in the order of the document. */
export class WordNumbering {
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #started = new Set<string>();

  constructor(
    private readonly lists: WordLists,
    private readonly losses: Losses,
  ) {}

  /** The number of the next paragraph of a list, "1-1)" or "•"; empty where it has none. */
  next(listId: string, depth: number): string {
    const list = this.lists.list(listId);
    const level = list?.levels.get(depth);
    if (!list || !level || depth >= LEVELS) return '';
    const counts = this.#counts.get(list.abstractId) ?? [];
    this.#counts.set(list.abstractId, counts);
    const start = this.#restarted(listId, depth, list.starts.get(depth));
    const before = counts[depth];
    counts[depth] = start ?? (before === undefined ? level.start : before + 1);
    this.#restartDeeper(list.levels, counts, depth);
    return this.#text(level, list.levels, counts);
  }

  /** A list that begins anew does so once. */
  #restarted(listId: string, depth: number, start: number | undefined): number | undefined {
    const key = `${listId} ${depth}`;
    if (start === undefined || this.#started.has(key)) return undefined;
    this.#started.add(key);
    return start;
  }

  #restartDeeper(levels: ReadonlyMap<number, ListLevel>, counts: (number | undefined)[], depth: number): void {
    for (let deeper = depth + 1; deeper < counts.length; deeper += 1) {
      const restart = levels.get(deeper)?.restart;
      const keeps = restart === 0 || (restart !== undefined && depth + 1 > restart);
      if (!keeps) counts[deeper] = undefined;
    }
  }

  #text(
    { text, format, isLegal }: ListLevel,
    levels: ReadonlyMap<number, ListLevel>,
    counts: readonly (number | undefined)[],
  ): string {
    if (!isKnownFormat(format)) lose(this.losses, 'number-formats');
    if (format === 'bullet') return text.replace(SYMBOL, '•');
    return text.replace(/%([1-9])/g, (_, digit: string) => {
      const of = Number(digit) - 1;
      const level = levels.get(of);
      const count = counts[of] ?? level?.start ?? 1;
      return printed(count, isLegal ? 'decimal' : (level?.format ?? 'decimal'));
    });
  }
}
