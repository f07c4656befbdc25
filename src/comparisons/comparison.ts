import type { ProvisionResponse } from '../consultations/index.js';
import type { Language, LocalizedText } from '../platform/kernel/index.js';
import { changedWords, type WordRun } from './changed-words.js';

/** A provision as it stands in one version. */
export type Placed = Pick<ProvisionResponse, keyof ProvisionResponse>;

/** What became of a provision's words. */
export const CHANGES = ['same', 'changed', 'added', 'removed'] as const;

export type Change = (typeof CHANGES)[number];

/** The words of a text in each language it has in either version. */
export type WordsByLanguage = Partial<Record<Language, WordRun[]>>;

/** A provision in two versions. */
export interface ComparedProvision {
  readonly provisionId: string;
  readonly change: Change;
  /** It stands before or behind others that it stood behind or before. */
  readonly moved: boolean;
  /** It is the same provision under another number. */
  readonly renumbered: boolean;
  readonly before: Placed | null;
  readonly after: Placed | null;
  /** Null where nothing changed. */
  readonly heading: WordsByLanguage | null;
  /** Null where nothing changed. */
  readonly text: WordsByLanguage | null;
}

/**
 * Two versions of a text, provision by provision, in the order of the later one. A provision is the same by its id; what
 * was removed comes behind what it stood behind.
 */
export function compared(before: readonly Placed[], after: readonly Placed[]): ComparedProvision[] {
  const earlier = new Map(before.map((one) => [one.id, one]));
  const kept = new Set(after.map(({ id }) => id));
  const moved = movedAmong(after.flatMap(({ id }) => earlier.get(id) ?? []));
  const removed = removedBehind(before, kept);
  const gone = (behind: string | null): ComparedProvision[] =>
    (removed.get(behind) ?? []).map((one) => comparedOne(one, null, false));
  return [
    ...gone(null),
    ...after.flatMap((one) => [comparedOne(earlier.get(one.id) ?? null, one, moved.has(one.id)), ...gone(one.id)]),
  ];
}

/** How many provisions of each kind there are; one that changed and moved counts in both. */
export function countsOf(provisions: readonly ComparedProvision[]): Record<Change | 'moved', number> {
  const counts = { same: 0, changed: 0, added: 0, removed: 0, moved: 0 };
  for (const { change, moved } of provisions) {
    counts[change] += 1;
    if (moved) counts.moved += 1;
  }
  return counts;
}

function comparedOne(before: Placed | null, after: Placed | null, moved: boolean): ComparedProvision {
  const words = {
    heading: wordsOf(before, after, ({ heading }) => heading),
    text: wordsOf(before, after, ({ text }) => text),
  };
  if (before && after) return { ...keptOne(before, after, words), moved };
  const [provisionId = '', change] = after ? [after.id, 'added' as const] : [before?.id, 'removed' as const];
  return { provisionId, change, moved: false, renumbered: false, before, after, ...words };
}

function printedNumber({ number, label }: Placed): string {
  return JSON.stringify([number, label?.kk, label?.ru, label?.en]);
}

type Words = Pick<ComparedProvision, 'heading' | 'text'>;

function keptOne(before: Placed, after: Placed, words: Words): Omit<ComparedProvision, 'moved'> {
  const differs = words.heading !== null || words.text !== null || formOf(before) !== formOf(after);
  const change = differs ? 'changed' : 'same';
  return {
    provisionId: after.id,
    change,
    renumbered: printedNumber(before) !== printedNumber(after),
    before,
    after,
    ...words,
  };
}

/** What a provision is beside its words: its level, and how a table is laid out. */
function formOf({ level, table }: Placed): string {
  return JSON.stringify([level, table]);
}

const LANGUAGES: readonly Language[] = ['kk', 'ru', 'en'];

function wordsOf(
  before: Placed | null,
  after: Placed | null,
  part: (one: Placed) => LocalizedText | null,
): WordsByLanguage | null {
  const [earlier, later] = [before && part(before), after && part(after)];
  const pairs = LANGUAGES.map((language) => [language, earlier?.[language] ?? '', later?.[language] ?? ''] as const);
  if (pairs.every(([, was, is]) => was === is)) return null;
  const spoken = pairs.filter(([, was, is]) => was !== '' || is !== '');
  return Object.fromEntries(spoken.map(([language, was, is]) => [language, changedWords(was, is)]));
}

/** The ids that do not belong to the longest row of provisions that kept their order; `kept` comes in the later order. */
function movedAmong(kept: readonly Placed[]): Set<string> {
  const last: number[] = [];
  const previous: number[] = [];
  for (const [at, { position }] of kept.entries()) {
    const length = placeIn(last, position, kept);
    previous[at] = length > 0 ? (last[length - 1] ?? -1) : -1;
    last[length] = at;
  }
  const stayed = new Set<number>();
  for (let at = last.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) stayed.add(at);
  return new Set(kept.filter((_, at) => !stayed.has(at)).map(({ id }) => id));
}

/** How many of the rows found so far end before `position`: the length of the row it can be added to. */
function placeIn(last: readonly number[], position: number, kept: readonly Placed[]): number {
  let [low, high] = [0, last.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((kept[last[middle] ?? 0]?.position ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What was removed, by the id of the provision that it stood behind and that is still there; null: at the beginning. */
function removedBehind(before: readonly Placed[], kept: ReadonlySet<string>): Map<string | null, Placed[]> {
  const removed = new Map<string | null, Placed[]>();
  let behind: string | null = null;
  for (const one of before) {
    if (kept.has(one.id)) behind = one.id;
    else removed.set(behind, [...(removed.get(behind) ?? []), one]);
  }
  return removed;
}
