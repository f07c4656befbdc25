import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ANONYMOUS, Problem, Rational, WorkingCalendar, type Actor, type Grant } from '../platform/kernel/index.js';
import { gapsDue, isReplyAwaited, replyDue } from './assessment.deadlines.js';
import { assessmentLifecycle, type AssessmentMove, type AssessmentState } from './assessment.lifecycle.js';
import {
  assessorIn,
  mayDispute,
  mayEnterValues,
  mayJudge,
  maySeeUnpublished,
  movesFor,
  type AssessmentScope,
} from './assessment.policy.js';
import { civilNeeded, isMixLawful, mediansOf, mixOf, unjudged, unsettled } from './review.policy.js';

const MOVES = Object.keys(assessmentLifecycle.moves) as AssessmentMove[];
const SCOPE: AssessmentScope = { bodyId: 'body', councilId: 'council', assessors: ['m1', 'm2'] };

const actor = (grant: Partial<Grant>): Actor => ({
  ...ANONYMOUS,
  kind: 'account',
  grants: [{ role: 'citizen', councilId: null, bodyId: null, memberId: null, ...grant }],
});
const PEOPLE = {
  authority: actor({ role: 'authority' }),
  officer: actor({ role: 'officer', bodyId: 'body' }),
  'officer of another body': actor({ role: 'officer', bodyId: 'other' }),
  assessor: actor({ role: 'member', councilId: 'council', memberId: 'm2' }),
  'member who is no assessor': actor({ role: 'member', councilId: 'council', memberId: 'm3' }),
  secretary: actor({ role: 'secretary', councilId: 'council' }),
  administrator: actor({ role: 'admin' }),
  citizen: actor({}),
} as const;

describe('the life of an assessment', () => {
  const allowed: Record<AssessmentState, AssessmentMove[]> = {
    planned: ['collection'],
    collecting: ['review'],
    in_review: ['review', 'reply-request'],
    awaiting_reply: ['reply', 'adoption'],
    adopted: ['publication'],
    published: ['corrections'],
  };

  it.each(assessmentLifecycle.states)('in the state %s allows its moves and refuses every other', (state) => {
    expect(assessmentLifecycle.possible(state)).toEqual(allowed[state]);
    for (const move of MOVES) {
      if (allowed[state].includes(move)) {
        expect(assessmentLifecycle.next(state, move)).toBe(assessmentLifecycle.moves[move].to);
      } else {
        expect(() => assessmentLifecycle.next(state, move)).toThrow(Problem);
      }
    }
  });
});

describe('who may do what with an assessment', () => {
  it.each([
    ['authority', true, 'allowed', 'not-allowed', 'not-allowed'],
    ['officer', true, 'not-allowed', 'allowed', 'not-allowed'],
    ['officer of another body', false, 'hidden', 'hidden', 'hidden'],
    ['assessor', true, 'not-allowed', 'not-allowed', 'allowed'],
    ['member who is no assessor', false, 'hidden', 'hidden', 'hidden'],
    ['secretary', false, 'hidden', 'hidden', 'hidden'],
    ['administrator', false, 'hidden', 'hidden', 'hidden'],
    ['citizen', false, 'hidden', 'hidden', 'hidden'],
  ] as const)('%s: sees it before publication %s, enters %s, disputes %s, judges %s', (who, sees, ...verdicts) => {
    const by = PEOPLE[who];
    expect(maySeeUnpublished(by, SCOPE)).toBe(sees);
    expect([mayEnterValues(by, SCOPE), mayDispute(by, SCOPE), mayJudge(by, SCOPE)]).toEqual(verdicts);
  });

  it('is shown as moves to those who may make them, and to nobody unknown', () => {
    expect(movesFor(PEOPLE.authority, 'awaiting_reply', SCOPE)).toEqual(['adoption']);
    expect(movesFor(PEOPLE.officer, 'awaiting_reply', SCOPE)).toEqual(['reply']);
    expect(movesFor(PEOPLE.assessor, 'awaiting_reply', SCOPE)).toEqual([]);
    expect(movesFor(ANONYMOUS, 'awaiting_reply', SCOPE)).toBeUndefined();
  });

  it('knows the seat in which an assessor judges', () => {
    expect(assessorIn(PEOPLE.assessor, SCOPE)).toBe('m2');
    expect(assessorIn(PEOPLE['member who is no assessor'], SCOPE)).toBeUndefined();
  });
});

describe('terms of an assessment', () => {
  // 2026: Nauryz holidays on 21 to 23 March with a day off on 24 and 25 March for the weekend.
  const days = ['2026-03-09', '2026-03-23', '2026-03-24', '2026-03-25'].map((date) => ({
    date,
    kind: 'day_off' as const,
  }));
  const calendar = new WorkingCalendar(days, [2026]);

  it.each([
    ['2026-03-02', '2026-03-17'],
    ['2026-03-16', '2026-04-02'],
    ['2026-03-20', '2026-04-08'],
  ])('count ten working days from %s to %s, over the holidays', (from, to) => {
    expect(replyDue(from, { amount: 10, unit: 'wd' }, calendar)).toEqual({ on: to, provisional: false });
    expect(gapsDue(from, { amount: 10, unit: 'wd' }, calendar).on).toBe(to);
  });

  it('are provisional where they reach into a year that is not loaded', () => {
    expect(replyDue('2026-12-25', { amount: 10, unit: 'wd' }, calendar).provisional).toBe(true);
  });

  it('keep the score from being adopted until the end of the last day, unless the body replied', () => {
    expect(isReplyAwaited('2026-03-17', '2026-03-17', false)).toBe(true);
    expect(isReplyAwaited('2026-03-18', '2026-03-17', false)).toBe(false);
    expect(isReplyAwaited('2026-03-03', '2026-03-17', true)).toBe(false);
  });
});

describe('assessors (A3)', () => {
  const share = Rational.parse('2/3');

  it.each([
    [2, 3, true],
    [1, 2, false],
    [3, 5, false],
    [4, 6, true],
    [66, 100, false],
    [67, 100, true],
    [1, 1, true],
    [0, 0, false],
  ])('are lawful with %d of civil society among %d: %s', (civilSociety, assessors, lawful) => {
    expect(isMixLawful({ civilSociety, assessors }, share)).toBe(lawful);
  });

  it('are lawful exactly from the number on that a refusal names', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(60), (assessors, civil) => {
        const civilSociety = Math.min(civil, assessors);
        const lawful = isMixLawful({ assessors, civilSociety }, share);
        expect(lawful).toBe(civilSociety >= civilNeeded(assessors, share));
        expect(lawful).toBe(civilSociety * 3 >= assessors * 2);
      }),
    );
  });

  it('are counted by seat', () => {
    expect(mixOf([{ seat: 'civil_society' }, { seat: 'state_body' }, { seat: 'civil_society' }])).toEqual({
      assessors: 3,
      civilSociety: 2,
    });
  });
});

describe('what is still open', () => {
  const indicators = [
    { code: 'a', source: 'statistic' },
    { code: 'b', source: 'survey' },
    { code: 'c', source: 'council_judgement' },
    { code: 'd', source: 'council_judgement' },
  ];
  const assessors = [{ memberId: 'm1' }, { memberId: 'm2' }];

  it('before the review is what is not settled, but never what the assessors judge', () => {
    expect(unsettled(indicators, [{ indicator: 'a', status: 'missing' }])).toEqual(['b']);
  });

  it('before the reply is asked for is each score that an assessor owes', () => {
    const given = [
      { indicator: 'c', memberId: 'm1', score: '10' },
      { indicator: 'c', memberId: 'm2', score: '25' },
      { indicator: 'd', memberId: 'm2', score: '1/3' },
    ];
    expect(unjudged(indicators, [], assessors, given)).toEqual([{ indicator: 'd', memberId: 'm1' }]);
    expect(unjudged(indicators, [{ indicator: 'd' }], assessors, given)).toEqual([]);
    expect([...mediansOf(indicators, [{ indicator: 'd' }], given)]).toEqual([['c', '17.5']]);
    expect([...mediansOf(indicators, [], given)]).toEqual([
      ['c', '17.5'],
      ['d', '1/3'],
    ]);
  });
});
