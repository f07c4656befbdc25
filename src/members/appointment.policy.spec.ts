import { describe, expect, it } from '@jest/globals';
import { Rational } from '../platform/kernel/index.js';
import { refuseCandidacy, refuseChair, refuseComposition, runWith, type Candidacy } from './appointment.policy.js';

const RULES = {
  share: Rational.parse('2/3'),
  npo: 1,
  republican: 1,
  convocations: 2,
  rule: (id: string) => ({ id, value: null }),
};
const CANDIDACY: Candidacy = {
  seat: 'civil_society',
  convocation: 3,
  earlier: [],
  seatsHere: 0,
  republicanSeats: 0,
  representatives: 0,
};

describe('a candidacy for a seat', () => {
  const judged = (more: Partial<Candidacy>) => () => {
    refuseCandidacy({ ...CANDIDACY, ...more }, RULES, 'active');
  };

  it.each([
    ['somebody new', {}],
    ['somebody of the convocation before', { earlier: [2] }],
    ['somebody of the same convocation, who resigned and comes back', { earlier: [2, 3] }],
    ['somebody of two convocations, after a pause', { earlier: [0, 1] }],
  ])('allows %s', (_, more) => {
    expect(judged(more)).not.toThrow();
  });

  it.each([
    ['a person who sits in the council', { seatsHere: 1 }, 'conflict: member-already'],
    ['a second representative of an NPO (C4)', { representatives: 1 }, 'not-possible-now: npo-represented'],
    ['a second republican council (C4)', { republicanSeats: 1 }, 'not-possible-now: republican-seat-held'],
    ['a third convocation in a row (C5)', { earlier: [1, 2] }, 'not-possible-now: convocations-in-a-row'],
    ['one between two others (C5)', { earlier: [2, 4] }, 'not-possible-now: convocations-in-a-row'],
  ])('refuses %s', (_, more, message) => {
    expect(judged(more)).toThrow(message);
  });

  it.each([
    [1, [], 1],
    [3, [1, 2], 3],
    [3, [1], 1],
    [3, [2, 4, 5, 7], 4],
  ])('counts convocation %d with %j as a run of %d', (number, others, run) => {
    expect(runWith(number, others)).toBe(run);
  });
});

describe('a seat in a composition', () => {
  const full = { day: '2026-03-02', members: 15, civilSociety: 10 };
  const almost = { day: '2026-03-02', members: 14, civilSociety: 10 };
  const judged = (state: string, seat: Candidacy['seat'], ...days: (typeof full)[]) => {
    return () => {
      refuseComposition({ state, seats: 15 }, days, seat, RULES);
    };
  };

  it('is refused on the first day on which none is vacant', () => {
    expect(judged('active', 'civil_society', almost, { ...full, day: '2026-06-01' })).toThrow('no-vacant-seat');
    expect(judged('active', 'civil_society', almost)).not.toThrow();
  });

  it('is refused to a state body where civil society would fall below its share, but only in a council at work', () => {
    const nine = { ...almost, members: 13, civilSociety: 9 };
    expect(judged('active', 'state_body', almost)).not.toThrow();
    expect(judged('active', 'state_body', nine)).toThrow('civil-society-missing');
    expect(judged('active', 'civil_society', nine)).not.toThrow();
    expect(judged('forming', 'state_body', nine)).not.toThrow();
  });
});

describe('the chair of a council (C10)', () => {
  it('is not a civil servant', () => {
    const rule = { id: 'C10.chair', value: null };
    const chaired = (seat: Candidacy['seat']) => () => {
      refuseChair(seat, 'appointed', rule);
    };
    expect(chaired('state_body')).toThrow('chair-civil-servant');
    expect(chaired('civil_society')).not.toThrow();
  });
});
