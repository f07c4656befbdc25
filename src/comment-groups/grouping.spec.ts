import { describe, expect, it } from '@jest/globals';
import {
  candidatesOf,
  Grouping,
  type ComparedText,
  type KnownGroup,
  type Mate,
  type Surroundings,
} from './grouping.js';
import { COMMON_BANDS, COMPARED_OF_GROUP, METHOD } from './method.js';
import { bandsOf, piecesOf, similarityOf } from './similarity.js';

const BASE = 'түнде құрылыс жұмыстары жүргізілмесін балалар ұйықтай алмайды деп сұраймыз';
const pieces = (text: string) => () => piecesOf(text);

function groupingOf(from: Partial<Surroundings> = {}): Grouping {
  let made = 0;
  return new Grouping({
    newId: () => `new-${(made += 1)}`,
    ...{ groupOfExact: new Map(), groupOfNormal: new Map(), groups: [] },
    ...from,
  });
}

/** Every text meets every other by two common bands. */
function put(grouping: Grouping, id: string, text: string, { bands = ['1', '2'], mates = [] as Mate[] } = {}): void {
  grouping.put({ id, textHash: text, normalHash: text.toLowerCase() }, () => ({ bands, pieces: pieces(text), mates }));
}

const known = (id: string, size: number, isSettled = false): KnownGroup => ({ id, size, isSettled });
const stored = (commentId: string, groupId: string, text: string): ComparedText => ({
  commentId,
  groupId,
  pieces: pieces(text),
});
const mate = (text: ComparedText, shared = COMMON_BANDS): Mate => ({ text, shared });
const groupsIn = ({ plan }: Grouping): string[] => plan.assigned.map(({ groupId }) => groupId);

describe('grouping', () => {
  it('puts copies and spellings of a text into one group, and asks for its pieces once', () => {
    const grouping = groupingOf();
    for (const [at, text] of [BASE, BASE, BASE.toUpperCase()].entries()) put(grouping, String(at), text);
    expect(groupsIn(grouping)).toEqual(['new-1', 'new-1', 'new-1']);
    expect(grouping.plan).toMatchObject({ founded: ['new-1'], merged: [], changed: ['new-1'] });
    expect(grouping.plan.learnt.map(({ textHash, bands }) => [textHash, bands])).toEqual([
      [BASE, ['1', '2']],
      [BASE.toUpperCase(), []],
    ]);
  });

  it('compares no texts without a common band, and groups none under the threshold', () => {
    const grouping = groupingOf();
    put(grouping, 'a', BASE);
    put(grouping, 'b', `${BASE}!`, { bands: ['2', '3'] });
    put(grouping, 'c', `${BASE} және көшелер жөнделсін, аулаларға жарық түсірілсін`);
    expect(new Set(groupsIn(grouping)).size).toBe(3);
  });

  it('unites two groups that a text between them reaches, the smaller into the larger', () => {
    const [one, between, other] = [BASE, `${BASE} біз`, `${BASE} біз бәріміз`];
    const mates = [mate(stored('a', 'small', one)), mate(stored('b', 'large', other))];
    const grouping = groupingOf({ groups: [known('small', 2), known('large', 5)] });
    put(grouping, 'c', between, { mates });
    expect(grouping.plan).toMatchObject({
      founded: [],
      assigned: [{ commentId: 'c', groupId: 'large' }],
      merged: [{ id: 'small', into: 'large' }],
      changed: ['large'],
    });
  });

  it('undoes no person’s decision: a settled group takes texts in but is not united', () => {
    const [one, between, other] = [BASE, `${BASE} біз`, `${BASE} біз бәріміз`];
    const mates = [mate(stored('a', 'kept', one)), mate(stored('b', 'free', other))];
    const grouping = groupingOf({ groups: [known('kept', 2, true), known('free', 5)] });
    put(grouping, 'c', between, { mates });
    put(grouping, 'd', one.replace('түнде', 'түнгі'), { mates });
    expect(grouping.plan.merged).toEqual([]);
    expect(groupsIn(grouping)[1]).toBe('kept');
  });
});

describe('groups of texts that were changed at random', () => {
  const WORDS =
    `${BASE} ауладағы шамдар жанбайды қоқыс шығарылмайды автобус кешігеді мектеп жолы тайғақ емхана алыс`.split(' ');
  let seed = 5;
  const draw = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;

  /** Four texts of their own, each with three copies in which words were changed. */
  const texts = (): string[] =>
    Array.from({ length: 4 }, () => {
      const words = Array.from({ length: 20 + draw(20) }, () => WORDS[draw(WORDS.length)] ?? '');
      const changed = (): string =>
        words.map((word) => (draw(14) === 0 ? (WORDS[draw(WORDS.length)] ?? '') : word)).join(' ');
      return [words.join(' '), changed(), changed(), changed()];
    }).flat();

  /** Which texts stand together, each set and all sets in an order of their own. */
  function partition(all: readonly string[], groupOf: (text: string) => string | undefined): string[] {
    const groups = new Map<string | undefined, string[]>();
    for (const text of all) groups.set(groupOf(text), [...(groups.get(groupOf(text)) ?? []), text]);
    return [...groups.values()].map((group) => group.sort().join('|')).sort();
  }

  /** Connected one by one, in the plainest way: those that are near-identical and were found to be worth comparing. */
  function connected(all: readonly string[]): string[] {
    const into = new Map(all.map((text) => [text, text]));
    const bands = new Map(all.map((text) => [text, bandsOf(piecesOf(text), 'a')]));
    const meet = (one: string, other: string): boolean =>
      (bands.get(one) ?? []).filter((band) => bands.get(other)?.includes(band)).length >= COMMON_BANDS;
    for (const one of all) {
      for (const other of all) {
        if (!meet(one, other) || similarityOf(piecesOf(one), piecesOf(other)) < METHOD.similarity) continue;
        const [from, to] = [into.get(one), into.get(other) ?? ''];
        for (const [text, group] of into) if (group === from) into.set(text, to);
      }
    }
    return partition(all, (text) => into.get(text));
  }

  it('are what near-identity connects, in whatever order they come', () => {
    const sizes = new Set<number>();
    for (let round = 0; round < 60; round += 1) {
      const all = [...new Set(texts())];
      const expected = connected(all);
      sizes.add(expected.length);
      for (let order = 0; order < 4; order += 1) {
        const grouping = groupingOf();
        for (const text of all.sort(() => draw(3) - 1))
          put(grouping, text, text, { bands: bandsOf(piecesOf(text), 'a') });
        const found = new Map(grouping.plan.assigned.map(({ commentId, groupId }) => [commentId, groupId]));
        expect(partition(all, (text) => found.get(text))).toEqual(expected);
      }
    }
    expect(sizes.size).toBeGreaterThan(3);
  });
});

describe('the candidates of a text', () => {
  it('share two bands with it at least; those that share most come first, so many of each group', () => {
    const of = (id: number, group: string): ComparedText => stored(String(id).padStart(3, '0'), group, BASE);
    const many = Array.from({ length: 20 }, (_, at) => mate(of(at, 'a')));
    const found = candidatesOf([...many, mate(of(20, 'a'), 5), mate(of(50, 'b'), COMMON_BANDS - 1)], (id) => id);
    expect([...found.keys()]).toEqual(['a']);
    const first = many.slice(0, COMPARED_OF_GROUP - 1).map(({ text }) => text.commentId);
    expect(found.get('a')?.map(({ commentId }) => commentId)).toEqual(['020', ...first]);
  });
});
