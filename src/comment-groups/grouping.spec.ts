import { describe, expect, it } from '@jest/globals';
import { candidatesIn, Grouping, type ComparedText, type KnownGroup, type Surroundings } from './grouping.js';
import { COMPARED_OF_GROUP, FULL_BAND } from './method.js';
import { piecesOf } from './similarity.js';

const BASE = 'түнде құрылыс жұмыстары жүргізілмесін балалар ұйықтай алмайды деп сұраймыз';
const pieces = (text: string) => () => piecesOf(text);

function groupingOf(from: Partial<Surroundings> = {}): Grouping {
  let made = 0;
  return new Grouping({
    newId: () => `new-${(made += 1)}`,
    ...{ groupOfExact: new Map(), groupOfNormal: new Map(), withBand: new Map(), groups: [] },
    ...from,
  });
}

/** Every text meets every other by one common band. */
function put(grouping: Grouping, id: string, text: string, bands = ['1']): void {
  grouping.put({ id, textHash: text, normalHash: text.toLowerCase() }, () => ({ bands, pieces: pieces(text) }));
}

const known = (id: string, size: number, isSettled = false): KnownGroup => ({ id, size, isSettled });
const stored = (commentId: string, groupId: string, text: string): ComparedText => ({
  commentId,
  groupId,
  pieces: pieces(text),
});
const groupsIn = ({ plan }: Grouping): string[] => plan.assigned.map(({ groupId }) => groupId);

describe('grouping', () => {
  it('puts copies and spellings of a text into one group, and asks for its pieces once', () => {
    const grouping = groupingOf();
    for (const [at, text] of [BASE, BASE, BASE.toUpperCase()].entries()) put(grouping, String(at), text);
    expect(groupsIn(grouping)).toEqual(['new-1', 'new-1', 'new-1']);
    expect(grouping.plan).toMatchObject({ founded: ['new-1'], merged: [], changed: ['new-1'] });
    expect(grouping.plan.learnt.map(({ textHash, bands }) => [textHash, bands])).toEqual([
      [BASE, ['1']],
      [BASE.toUpperCase(), []],
    ]);
  });

  it('compares no texts without a common band, and groups none under the threshold', () => {
    const grouping = groupingOf();
    put(grouping, 'a', BASE);
    put(grouping, 'b', `${BASE}!`, ['2']);
    put(grouping, 'c', `${BASE} және көшелер жөнделсін, аулаларға жарық түсірілсін`);
    expect(new Set(groupsIn(grouping)).size).toBe(3);
  });

  it('unites two groups that a text between them reaches, the smaller into the larger', () => {
    const [one, between, other] = [BASE, `${BASE} біз`, `${BASE} біз бәріміз`];
    const withBand = new Map([['1', [stored('a', 'small', one), stored('b', 'large', other)]]]);
    const grouping = groupingOf({ withBand, groups: [known('small', 2), known('large', 5)] });
    put(grouping, 'c', between);
    expect(grouping.plan).toMatchObject({
      founded: [],
      assigned: [{ commentId: 'c', groupId: 'large' }],
      merged: [{ id: 'small', into: 'large' }],
      changed: ['large'],
    });
  });

  it('undoes no person’s decision: a settled group takes texts in but is not united', () => {
    const [one, between, other] = [BASE, `${BASE} біз`, `${BASE} біз бәріміз`];
    const withBand = new Map([['1', [stored('a', 'kept', one), stored('b', 'free', other)]]]);
    const grouping = groupingOf({ withBand, groups: [known('kept', 2, true), known('free', 5)] });
    put(grouping, 'c', between);
    put(grouping, 'd', one.replace('түнде', 'түнгі'));
    expect(grouping.plan.merged).toEqual([]);
    expect(groupsIn(grouping)[1]).toBe('kept');
  });

  it('keeps no more texts of a band than stand for it', () => {
    const grouping = groupingOf();
    for (let at = 0; at < FULL_BAND + 5; at += 1) put(grouping, String(at), `${BASE} ${at}`);
    const banded = grouping.plan.learnt.filter(({ bands }) => bands.length > 0);
    expect(banded).toHaveLength(FULL_BAND);
    expect(grouping.plan.founded).toHaveLength(1);
  });
});

describe('the candidates of a text', () => {
  it('are those that share most bands, so many of each group', () => {
    const of = (id: number, group: string): ComparedText => stored(String(id).padStart(3, '0'), group, BASE);
    const many = Array.from({ length: 20 }, (_, at) => of(at, 'a'));
    const withBand = new Map([
      ['1', many],
      ['2', [of(19, 'a'), of(50, 'b')]],
    ]);
    const found = candidatesIn(['1', '2'], withBand, (id) => id);
    expect(found.get('a')?.map(({ commentId }) => commentId)).toEqual([
      '019',
      ...many.slice(0, COMPARED_OF_GROUP - 1).map((one) => one.commentId),
    ]);
    expect(found.get('b')).toHaveLength(1);
  });
});
