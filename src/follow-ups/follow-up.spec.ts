import { describe, expect, it } from '@jest/globals';
import { ANONYMOUS, Problem, type Actor, type Grant } from '../platform/kernel/index.js';
import { isGapOverdue, isOverdue } from './follow-up.deadlines.js';
import { followUpLifecycle, type FollowUpMove, type FollowUpState } from './follow-up.lifecycle.js';
import { mayMove, mayPromise, movesFor } from './follow-up.policy.js';

const MOVES = Object.keys(followUpLifecycle.moves) as FollowUpMove[];
const SCOPE = { bodyId: 'body', councilId: 'council' };

const actor = (grant: Partial<Grant>): Actor => ({
  ...ANONYMOUS,
  kind: 'account',
  grants: [{ role: 'citizen', councilId: null, bodyId: null, memberId: null, ...grant }],
});
const PEOPLE = {
  authority: actor({ role: 'authority' }),
  secretary: actor({ role: 'secretary', councilId: 'council' }),
  'secretary of another council': actor({ role: 'secretary', councilId: 'other' }),
  officer: actor({ role: 'officer', bodyId: 'body' }),
  'officer of another body': actor({ role: 'officer', bodyId: 'other' }),
  citizen: actor({}),
} as const;

describe('the life of a follow-up', () => {
  const owed: FollowUpMove[] = ['progress', 'completion', 'refusal'];
  const allowed: Record<FollowUpState, FollowUpMove[]> = {
    promised: owed,
    in_progress: owed,
    reported: ['verification'],
    refused: [],
    verified: [],
  };

  it.each(followUpLifecycle.states)('in the state %s allows its moves and refuses every other', (state) => {
    expect(followUpLifecycle.possible(state)).toEqual(allowed[state]);
    for (const move of MOVES) {
      if (allowed[state].includes(move)) {
        expect(followUpLifecycle.next(state, move)).toBe(followUpLifecycle.moves[move].to);
      } else {
        expect(() => followUpLifecycle.next(state, move)).toThrow(Problem);
      }
    }
  });
});

describe('who may do what with a follow-up', () => {
  it.each([
    ['authority', true, false, true],
    ['secretary', true, false, true],
    ['secretary of another council', false, false, false],
    ['officer', false, true, false],
    ['officer of another body', false, false, false],
    ['citizen', false, false, false],
  ] as const)('%s: promises %s, reports and refuses %s, verifies %s', (who, promises, reports, verifies) => {
    const by = PEOPLE[who];
    const given = (isAllowed: boolean) => (isAllowed ? 'allowed' : 'not-allowed');
    expect(mayPromise(by, SCOPE)).toBe(given(promises));
    expect(MOVES.map((move) => mayMove(by, move, SCOPE))).toEqual([reports, reports, reports, verifies].map(given));
  });

  it('is shown as moves to those who may make them, and to nobody unknown', () => {
    expect(movesFor(PEOPLE.officer, 'promised', SCOPE)).toEqual(['progress', 'completion', 'refusal']);
    expect(movesFor(PEOPLE.secretary, 'promised', SCOPE)).toEqual([]);
    expect(movesFor(PEOPLE.secretary, 'reported', SCOPE)).toEqual(['verification']);
    expect(movesFor(ANONYMOUS, 'reported', SCOPE)).toBeUndefined();
  });
});

describe('an overdue follow-up', () => {
  it.each([
    ['promised', '2026-06-30', '2026-06-30', false],
    ['promised', '2026-06-30', '2026-07-01', true],
    ['in_progress', '2026-06-30', '2026-07-01', true],
    ['reported', '2026-06-30', '2026-07-01', false],
    ['refused', '2026-06-30', '2026-07-01', false],
    ['verified', '2026-06-30', '2026-07-01', false],
  ] as const)('is one that is %s, due on %s, on %s: %s', (state, dueOn, today, overdue) => {
    expect(isOverdue(state, dueOn, today)).toBe(overdue);
  });

  it('leaves a gap its last day', () => {
    expect(isGapOverdue('2026-03-17', '2026-03-17')).toBe(false);
    expect(isGapOverdue('2026-03-17', '2026-03-18')).toBe(true);
  });
});
