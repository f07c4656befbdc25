import type { ProvisionLevel } from '../consultations/index.js';
import type { TableBlock } from './document.js';
import { countOf } from './number-formats.js';
import type { OutlineItem } from './outline.js';

type InBoth = { readonly kk: string; readonly ru: string };

/** A provision in both languages. */
export interface PairedItem {
  readonly level: ProvisionLevel | null;
  readonly rank: number | null;
  readonly number: string | null;
  readonly label: InBoth | null;
  readonly heading: InBoth | null;
  readonly text: InBoth | null;
  readonly table: { readonly kk: TableBlock; readonly ru: TableBlock } | null;
}

/** A place where the two texts are not built alike. */
export interface Difference {
  /** Where: `/kk/3` is the fourth provision of the Kazakh document. */
  readonly pointer: string;
  readonly code: 'only-in-kk' | 'only-in-ru' | 'languages-differ' | 'tables-differ' | 'text-in-one-language';
  readonly params: Readonly<Record<string, string>>;
}

/** Two texts put together. */
export interface Paired {
  readonly items: readonly PairedItem[];
  readonly differences: readonly Difference[];
}

interface Placed {
  readonly at: number;
  readonly item: OutlineItem;
}

/**
 * The provisions of a Kazakh and a Russian text side by side. Both must have the same provisions in the same order; where
 * one has more, that one is named and those behind it are compared with their own counterparts.
 */
export function paired(kk: readonly OutlineItem[], ru: readonly OutlineItem[]): Paired {
  const differences: Difference[] = [];
  const items: PairedItem[] = [];
  for (const [one, other] of aligned(kk, ru)) {
    const fault = one && other ? pairFault(one, other) : aloneFault(one, other);
    if (fault) differences.push(fault);
    else if (one && other) items.push(together(one.item, other.item));
  }
  return { items, differences };
}

type Pair = readonly [kk: Placed | undefined, ru: Placed | undefined];

/** What stands alone in the same gap of both texts is compared with each other. */
function aligned(kk: readonly OutlineItem[], ru: readonly OutlineItem[]): Pair[] {
  const pairs: Pair[] = [];
  let [left, right] = [0, 0];
  for (const [kkAt, ruAt] of [...commonPlaces(kk.map(keyOf), ru.map(keyOf)), [kk.length, ru.length] as const]) {
    const gap = Math.max(kkAt - left, ruAt - right);
    for (let step = 0; step < gap; step += 1) {
      pairs.push([placed(kk, left + step, kkAt), placed(ru, right + step, ruAt)]);
    }
    if (kkAt < kk.length) pairs.push([placed(kk, kkAt), placed(ru, ruAt)]);
    [left, right] = [kkAt + 1, ruAt + 1];
  }
  return pairs;
}

/** The item at a place before `end`; undefined where there is none. */
function placed(items: readonly OutlineItem[], at: number, end = items.length): Placed | undefined {
  const item = at < end ? items[at] : undefined;
  return item && { at, item };
}

/** The places of the longest common row of keys, in O(length²) with one byte a cell. */
function commonPlaces(kk: readonly string[], ru: readonly string[]): (readonly [number, number])[] {
  const width = ru.length + 1;
  const lengths = new Uint16Array((kk.length + 1) * width);
  const at = (left: number, right: number): number => lengths[left * width + right] ?? 0;
  for (let left = kk.length - 1; left >= 0; left -= 1) {
    for (let right = ru.length - 1; right >= 0; right -= 1) {
      lengths[left * width + right] =
        kk[left] === ru[right] ? at(left + 1, right + 1) + 1 : Math.max(at(left + 1, right), at(left, right + 1));
    }
  }
  const places: (readonly [number, number])[] = [];
  let [left, right] = [0, 0];
  while (left < kk.length && right < ru.length) {
    if (kk[left] === ru[right]) places.push([left++, right++]);
    else if (at(left + 1, right) >= at(left, right + 1)) left += 1;
    else right += 1;
  }
  return places;
}

function keyOf({ rank, number, table }: OutlineItem): string {
  return table ? 'table' : `${rank} ${number === null ? '' : countOf(number)}`;
}

function pairFault(kk: Placed, ru: Placed): Difference | undefined {
  const pointer = `/ru/${ru.at}`;
  const params = { kk: nameOf(kk.item), ru: nameOf(ru.item) };
  if (keyOf(kk.item) !== keyOf(ru.item)) return { pointer, code: 'languages-differ', params };
  if (shapeOf(kk.item.table) !== shapeOf(ru.item.table)) return { pointer, code: 'tables-differ', params };
  const isOneEmpty = (allWords(kk.item) === '') !== (allWords(ru.item) === '');
  return isOneEmpty ? { pointer, code: 'text-in-one-language', params } : undefined;
}

function aloneFault(kk: Placed | undefined, ru: Placed | undefined): Difference | undefined {
  if (kk) return { pointer: `/kk/${kk.at}`, code: 'only-in-kk', params: { what: nameOf(kk.item) } };
  return ru && { pointer: `/ru/${ru.at}`, code: 'only-in-ru', params: { what: nameOf(ru.item) } };
}

function shapeOf(table: TableBlock | null): string {
  return JSON.stringify(table && [table.rows.length, table.rows[0]?.length, table.merged]);
}

/** Both have headings, or what is one in a single language goes on as the first line of its text. */
function together(kk: OutlineItem, ru: OutlineItem): PairedItem {
  const heading = (kk.text === '') === (ru.text === '') ? inBoth(kk.heading, ru.heading) : null;
  const [kkText, ruText] = heading ? [kk.text, ru.text] : [allWords(kk), allWords(ru)];
  return {
    ...{ level: kk.level, rank: kk.rank, number: kk.number },
    label: inBoth(kk.label, ru.label),
    heading,
    text: kkText === '' ? null : { kk: kkText, ru: ruText },
    table: inBoth(kk.table, ru.table),
  };
}

function inBoth<T>(kk: T | null, ru: T | null): { readonly kk: T; readonly ru: T } | null {
  return kk !== null && ru !== null ? { kk, ru } : null;
}

function allWords({ heading, text }: Pick<OutlineItem, 'heading' | 'text'>): string {
  return [heading, text].filter(Boolean).join('\n');
}

const NAME_MOST = 80;

function nameOf({ label, heading, text, table }: OutlineItem): string {
  const words = table ? table.rows.flat().join(' ') : allWords({ heading, text }).replaceAll('\n', ' ');
  const name = [label, words].filter(Boolean).join(' ').trim();
  return name.length > NAME_MOST ? `${name.slice(0, NAME_MOST).toWellFormed()}…` : name;
}
