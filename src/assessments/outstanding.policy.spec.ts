import { describe, expect, it } from '@jest/globals';
import type { AssessmentState } from './assessment.lifecycle.js';
import { outstandingIn, type Progress } from './outstanding.policy.js';
import { isDisputeOpen, isJudgementOpen, isValueOpen } from './values.policy.js';

const STATES: AssessmentState[] = ['planned', 'collecting', 'in_review', 'awaiting_reply', 'adopted', 'published'];
const DUE = '2026-03-17';
const progress = (state: AssessmentState, change: Partial<Progress> = {}): Progress => ({
  state,
  dueOn: DUE,
  replied: false,
  indicators: [
    { code: 'budget', source: 'statistic' },
    { code: 'trust', source: 'survey' },
    { code: 'services', source: 'council_judgement' },
  ],
  entries: [{ indicator: 'budget', status: 'missing' }],
  assessors: [{ memberId: 'one' }, { memberId: 'two' }],
  judgements: [{ indicator: 'services', memberId: 'two' }],
  ...change,
});

describe('what the next move of an assessment waits for', () => {
  it('is a value or a mark for each indicator that is not judged, before the review', () => {
    const found = STATES.map((state) => outstandingIn(progress(state), DUE).unsettled);
    expect(found).toEqual([['trust'], ['trust'], [], [], [], []]);
  });

  it('is each assessor’s score of each judged indicator, before the reply is asked for', () => {
    const found = STATES.map((state) => outstandingIn(progress(state), DUE).unjudged);
    expect(found).toEqual([[], [], [{ indicator: 'services', memberId: 'one' }], [], [], []]);
  });

  it('is the reply until the end of its last day (A1), before the adoption', () => {
    const found = STATES.map((state) => outstandingIn(progress(state), DUE).replyUntil);
    expect(found).toEqual([null, null, null, DUE, null, null]);
    expect(outstandingIn(progress('awaiting_reply'), '2026-03-18').replyUntil).toBeNull();
    expect(outstandingIn(progress('awaiting_reply', { replied: true }), DUE).replyUntil).toBeNull();
  });
});

describe('an indicator', () => {
  const measured = { source: 'statistic' };
  const judged = { source: 'council_judgement' };
  const entry = { dispute: null };
  const disputed = { dispute: { text: 'x' } };
  const open = (is: (state: AssessmentState) => boolean): AssessmentState[] => STATES.filter(is);

  it('takes a value until the reply is asked for, and then only where it is disputed', () => {
    expect(open((state) => isValueOpen(state, measured, entry))).toEqual(['collecting', 'in_review']);
    const most = ['collecting', 'in_review', 'awaiting_reply'];
    expect(open((state) => isValueOpen(state, measured, disputed))).toEqual(most);
    expect(open((state) => isValueOpen(state, judged, disputed))).toEqual(['collecting', 'in_review']);
    expect(open((state) => isValueOpen(state, measured))).toEqual(['collecting', 'in_review']);
  });

  it('is disputed once something is entered, until the adoption', () => {
    expect(open((state) => isDisputeOpen(state, entry))).toEqual(['collecting', 'in_review', 'awaiting_reply']);
    expect(open((state) => isDisputeOpen(state, undefined))).toEqual([]);
  });

  it('is judged in the review, unless it is settled otherwise or measured', () => {
    expect(open((state) => isJudgementOpen(state, judged, undefined))).toEqual(['in_review']);
    expect(open((state) => isJudgementOpen(state, judged, entry))).toEqual([]);
    expect(open((state) => isJudgementOpen(state, measured, undefined))).toEqual([]);
  });
});
