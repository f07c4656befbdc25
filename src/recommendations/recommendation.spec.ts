import { describe, expect, it } from '@jest/globals';
import { ANONYMOUS, WorkingCalendar, type Actor } from '../platform/kernel/index.js';
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
