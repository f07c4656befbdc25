import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { ANONYMOUS, WorkingCalendar, type Actor, type Grant, type SpecialDay } from '../platform/kernel/index.js';
import { isDecisionOverdue, isTooLateToAppeal, lateDecisions, termFrom } from './concealment.deadlines.js';
import { CONCEALMENT, isInForce, isLiftedForGood, type ConcealmentState } from './concealment.lifecycle.js';
import { concealmentMoves, mayAppeal, mayConceal, mayDecide, mayReadAppeal, partOf } from './concealment.policy.js';
import { Concealment } from './concealment.entity.js';

const days = parse<SpecialDay>(readFileSync(new URL('../calendar/days.csv', import.meta.url)), { columns: true });
const calendar = new WorkingCalendar(days, [2026, 2027]);

const STATES: readonly ConcealmentState[] = ['standing', 'appealed', 'decided', 'reversed'];

describe('the life of a concealment', () => {
  const allowed: Record<string, string> = {
    'standing appeal': 'appealed',
    'appealed decision': 'decided',
    'standing reversal': 'reversed',
    'appealed reversal': 'reversed',
  };

  it.each(
    STATES.flatMap((state) => (['appeal', 'decision', 'reversal'] as const).map((move) => [state, move] as const)),
  )('from %s by %s', (state, move) => {
    const to = allowed[`${state} ${move}`];
    if (to) expect(CONCEALMENT.next(state, move)).toBe(to);
    else expect(() => CONCEALMENT.next(state, move)).toThrow('not-in-this-state');
  });

  it.each<[ConcealmentState, 'upheld' | 'lifted' | null, string | null, boolean, boolean]>([
    ['standing', null, null, true, false],
    ['appealed', null, '2026-03-03', true, false],
    ['decided', 'upheld', '2026-03-03', true, false],
    ['decided', 'lifted', '2026-03-03', false, true],
    ['reversed', null, null, false, false],
    ['reversed', null, '2026-03-03', false, true],
  ])('%s (%s, appealed %s): in force %s, shown again for good %s', (state, outcome, appealedOn, inForce, forGood) => {
    expect(isInForce({ state, outcome })).toBe(inForce);
    expect(isLiftedForGood({ state, outcome, appealedOn })).toBe(forGood);
    const explanation = { kk: 'Т', ru: 'П' };
    const facts = { state, outcome, ground: 'insult', explanation, concealedOn: '2026-03-02' };
    const { notice } = Object.assign(new Concealment(), facts);
    const appeal = outcome ?? (appealedOn === null ? 'none' : 'lodged');
    expect(notice).toEqual(inForce ? { ground: 'insult', explanation, concealedOn: '2026-03-02', appeal } : null);
  });
});

describe('the terms of an appeal and of its decision (N1)', () => {
  // Counted by hand from the table of days.
  it.each([
    ['2026-03-06', '2026-03-26', 'over 9 March and Nauryz'],
    ['2026-04-24', '2026-05-13', 'over 1, 7 and 11 May'],
    ['2026-12-25', '2027-01-13', 'over the turn of the year'],
  ])('ten working days from %s end on %s, %s', (from, dueOn) => {
    const term = { amount: 10, unit: 'wd' } as const;
    expect(termFrom(calendar, from, term)).toEqual({ term, dueOn, provisional: false });
    expect(isTooLateToAppeal({ appealDueOn: dueOn }, dueOn)).toBe(false);
    expect(isTooLateToAppeal({ appealDueOn: dueOn }, '2027-12-31')).toBe(true);
  });

  it('makes an appeal overdue the day after the last day of its decision, and only while it is not decided', () => {
    const open = { state: 'appealed', decisionDueOn: '2026-03-26' };
    expect(isDecisionOverdue(open, '2026-03-26')).toBe(false);
    expect(isDecisionOverdue(open, '2026-03-27')).toBe(true);
    expect(isDecisionOverdue({ ...open, state: 'decided' }, '2026-03-27')).toBe(false);
    expect(isDecisionOverdue({ state: 'standing', decisionDueOn: null }, '2026-03-27')).toBe(false);
  });

  it('flags a late decision', () => {
    expect(lateDecisions('2026-03-26', '2026-03-26')).toEqual([]);
    expect(lateDecisions('2026-03-26', null)).toEqual([]);
    expect(lateDecisions('2026-03-26', '2026-03-27')).toEqual([
      { rule: 'N1.decision', required: '2026-03-26', actual: '2026-03-27' },
    ]);
  });
});

describe('rights on a concealment (N2)', () => {
  const scope = { bodyId: 'body', accountId: 'author', concealedBy: 'officer' };
  const actor = (accountId: string, ...grants: Partial<Grant>[]): Actor => ({
    ...ANONYMOUS,
    kind: 'account',
    accountId,
    grants: [{ role: 'citizen' as const }, ...grants].map((one) => ({
      ...{ role: 'citizen' as const, councilId: null, bodyId: null, memberId: null },
      ...one,
    })),
  });
  const officer = { role: 'officer', bodyId: 'body' } as const;
  const authority = { role: 'authority' } as const;

  it.each<[string, Actor, { conceals: boolean; appeals: boolean; decides: boolean; reads: boolean; part?: string }]>([
    ['an officer of the body', actor('x', officer), { conceals: true, appeals: false, decides: false, reads: true }],
    [
      'an officer of another body',
      actor('x', { role: 'officer', bodyId: 'other' }),
      { conceals: false, appeals: false, decides: false, reads: false },
    ],
    [
      'the author',
      actor('author'),
      { conceals: false, appeals: true, decides: false, reads: true, part: 'your-own-appeal' },
    ],
    ['another citizen', actor('y'), { conceals: false, appeals: false, decides: false, reads: false }],
    ['the authority', actor('z', authority), { conceals: false, appeals: false, decides: true, reads: true }],
    [
      'the officer who concealed, with the authority’s role',
      actor('officer', officer, authority),
      { conceals: true, appeals: false, decides: true, reads: true, part: 'concealed-by-you' },
    ],
    [
      'the author, with the authority’s role',
      actor('author', authority),
      { conceals: false, appeals: true, decides: true, reads: true, part: 'your-own-appeal' },
    ],
    ['nobody known', ANONYMOUS, { conceals: false, appeals: false, decides: false, reads: false }],
  ])('%s', (_, by, { conceals, appeals, decides, reads, part }) => {
    expect(mayConceal(by, 'body') === 'allowed').toBe(conceals);
    expect(mayAppeal(by, scope) === 'allowed').toBe(appeals);
    expect(mayDecide(by) === 'allowed').toBe(decides);
    expect(mayReadAppeal(by, scope)).toBe(reads);
    expect(partOf(by, scope)).toBe(part);
    const appealed = { ...scope, state: 'appealed' as const, appealDueOn: '2026-03-26' };
    const moves = concealmentMoves(by, appealed, { today: '2026-03-20', isWithdrawn: false });
    expect(moves).toEqual([...(decides && part === undefined ? ['decision'] : []), ...(conceals ? ['reversal'] : [])]);
  });

  it('offers the appeal to the author within the term, while there is a comment', () => {
    const standing = { ...scope, state: 'standing' as const, appealDueOn: '2026-03-26' };
    const offered = (today: string, isWithdrawn: boolean) =>
      concealmentMoves(actor('author'), standing, { today, isWithdrawn });
    expect(offered('2026-03-26', false)).toEqual(['appeal']);
    expect(offered('2026-03-27', false)).toEqual([]);
    expect(offered('2026-03-26', true)).toEqual([]);
  });

  it('has nobody appeal for a comment that nobody here wrote', () => {
    expect(mayAppeal(ANONYMOUS, { accountId: null })).toBe('not-allowed');
  });
});
