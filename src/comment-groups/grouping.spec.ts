import { describe, expect, it } from '@jest/globals';
import {
  candidatesOf,
  Grouping,
  type ComparedText,
  type KnownGroup,
  type Mate,
  type Surroundings,
} from './grouping.js';
import { COMMON_BANDS, COMPARED_OF_GROUP } from './method.js';
import { piecesOf } from './similarity.js';

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
