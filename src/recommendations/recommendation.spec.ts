import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { ANONYMOUS, WorkingCalendar, type Actor, type SpecialDay } from '../platform/kernel/index.js';
import { isOverdue, lateReplies, replyTerm } from './recommendation.deadlines.js';
import { recommendationLifecycle } from './recommendation.lifecycle.js';
import { mayDispatch, mayMove, mayReply } from './recommendation.policy.js';

const calendar = new WorkingCalendar(
  [
    { date: '2026-05-01', kind: 'holiday' },
    { date: '2026-05-07', kind: 'holiday' },
    { date: '2026-05-09', kind: 'holiday' },
    { date: '2026-05-11', kind: 'day_off' },
  ],
  [2026],
);

const days = parse<SpecialDay>(readFileSync(new URL('../calendar/days.csv', import.meta.url)), { columns: true });
const loaded = new WorkingCalendar(days, [2026, 2027]);

describe('the life of a recommendation', () => {
  const { states } = recommendationLifecycle;
  const moves = ['dispatch', 'reply'] as const;
  const allowed: Record<string, string> = { 'adopted dispatch': 'sent', 'sent reply': 'answered' };

  it.each(states.flatMap((state) => moves.map((move) => [state, move] as const)))('from %s by %s', (state, move) => {
    const to = allowed[`${state} ${move}`];
    if (to) expect(recommendationLifecycle.next(state, move)).toBe(to);
    else expect(() => recommendationLifecycle.next(state, move)).toThrow('not-in-this-state');
  });
});

describe('the term of a reply', () => {
  it('of ten working days skips the May holidays (R1)', () => {
    const term = replyTerm(calendar, '2026-04-29', 'R1', { amount: 10, unit: 'wd' });
    expect(term).toMatchObject({ rule: 'R1', dueOn: '2026-05-18', provisional: false });
  });

  it('of one month ends on the same day, or the next working one (R2)', () => {
    expect(replyTerm(calendar, '2026-04-11', 'R2', { amount: 1, unit: 'month' }).dueOn).toBe('2026-05-12');
    expect(replyTerm(calendar, '2026-03-31', 'R2', { amount: 1, unit: 'month' }).dueOn).toBe('2026-04-30');
  });

  // Counted by hand from the table of days, over every holiday of 2026 and 2027.
  it.each([
    ['2026-02-20', '2026-03-06', 'before Women’s Day'],
    ['2026-03-06', '2026-03-26', 'over 9 March and Nauryz'],
    ['2026-03-10', '2026-03-27', 'over Nauryz and its two substitute days'],
    ['2026-04-24', '2026-05-13', 'over 1, 7 and 11 May'],
    ['2026-04-30', '2026-05-19', 'sent on the eve of 1 May'],
    ['2026-06-26', '2026-07-13', 'over the day of the capital'],
    ['2026-10-16', '2026-11-02', 'over the substitute of Republic Day'],
    ['2026-12-04', '2026-12-21', 'over Independence Day'],
    ['2026-12-25', '2027-01-13', 'over the turn of the year, 4 and 7 January'],
    ['2027-01-01', '2027-01-19', 'sent on a holiday'],
    ['2027-02-26', '2027-03-16', 'over 8 March and Constitution Day on the 15th'],
    ['2027-03-12', '2027-04-01', 'over Constitution Day and Nauryz'],
    ['2027-04-23', '2027-05-12', 'over 3, 7 and 10 May'],
  ])('R1: of ten working days from %s is %s, %s', (sentOn, dueOn) => {
    expect(replyTerm(loaded, sentOn, 'R1', { amount: 10, unit: 'wd' })).toMatchObject({ dueOn, provisional: false });
  });

  it.each([
    ['2026-01-31', '2026-03-02', '28 February is a Saturday'],
    ['2026-02-07', '2026-03-10', '7 March is a Saturday, 9 March given for the 8th'],
    ['2026-02-21', '2026-03-26', 'on Nauryz'],
    ['2026-04-07', '2026-05-08', 'on 7 May'],
    ['2026-04-27', '2026-05-28', 'on Kurban Ait'],
    ['2026-06-06', '2026-07-07', 'on the day of the capital'],
    ['2026-09-25', '2026-10-27', 'on Republic Day, a Sunday'],
    ['2026-11-16', '2026-12-17', 'on Independence Day'],
    ['2026-12-07', '2027-01-08', 'on Christmas Day'],
    ['2027-01-30', '2027-03-01', 'the last day of February is a Sunday'],
    ['2027-02-15', '2027-03-16', 'on Constitution Day'],
    ['2027-04-01', '2027-05-04', 'on 1 May, a Saturday, 3 May given for it'],
    ['2027-05-31', '2027-06-30', 'June has no 31st'],
  ])('R2 and R4: of one month from %s is %s: %s', (sentOn, dueOn) => {
    for (const rule of ['R2', 'R4'])
      expect(replyTerm(loaded, sentOn, rule, { amount: 1, unit: 'month' })).toMatchObject({
        dueOn,
        provisional: false,
      });
  });

  it('is provisional where it ends in a year that is not loaded', () => {
    expect(replyTerm(calendar, '2026-12-15', 'R2', { amount: 1, unit: 'month' })).toMatchObject({
      dueOn: '2027-01-15',
      provisional: true,
    });
  });

  it('is over the day after its last day, and only while there is no reply', () => {
    const open = { state: 'sent', dueOn: '2026-05-18' };
    expect(isOverdue(open, '2026-05-18')).toBe(false);
    expect(isOverdue(open, '2026-05-19')).toBe(true);
    expect(isOverdue({ ...open, state: 'answered' }, '2026-05-19')).toBe(false);
    expect(isOverdue({ state: 'adopted', dueOn: null }, '2026-05-19')).toBe(false);
  });

  it('flags a late reply by the rule of its term', () => {
    expect(lateReplies('R1', '2026-05-18', '2026-05-18')).toEqual([]);
    expect(lateReplies('R1', '2026-05-18', null)).toEqual([]);
    expect(lateReplies('R1', '2026-05-18', '2026-05-20')).toEqual([
      { rule: 'R1', required: '2026-05-18', actual: '2026-05-20' },
    ]);
  });
});

describe('rights on a recommendation', () => {
  const scope = { councilId: 'council', bodyId: 'body' };
  const grant = (role: 'secretary' | 'officer', councilId: string | null, bodyId: string | null): Actor => ({
    ...ANONYMOUS,
    kind: 'account',
    grants: [{ role, councilId, bodyId, memberId: null }],
  });

  it.each<[string, Actor, string, string]>([
    ['the council’s secretary', grant('secretary', 'council', null), 'allowed', 'not-allowed'],
    ['another council’s secretary', grant('secretary', 'other', null), 'not-allowed', 'not-allowed'],
    ['an officer of the body', grant('officer', null, 'body'), 'not-allowed', 'allowed'],
    ['an officer of another body', grant('officer', null, 'other'), 'not-allowed', 'not-allowed'],
    ['nobody known', ANONYMOUS, 'not-allowed', 'not-allowed'],
  ])('%s', (_, by, dispatches, replies) => {
    expect(mayDispatch(by, scope)).toBe(dispatches);
    expect(mayReply(by, scope)).toBe(replies);
    expect(mayMove(by, 'reply', scope)).toBe(replies === 'allowed');
  });
});
