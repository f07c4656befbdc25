import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Rational } from '../platform/kernel/index.js';
import { breachesOf, hasShare, isComplete, missingFor, shortfallOf } from './composition.policy.js';

const TWO_THIRDS = Rational.parse('2/3');

describe('civil society among the members (C1)', () => {
  it.each([
    [10, 15, 0],
    [9, 14, 1],
    [9, 15, 3],
    [0, 1, 2],
    [0, 0, 0],
    [20, 30, 0],
    [19, 30, 3],
  ])('%d of %d members: %d missing', (civilSociety, members, missing) => {
    expect(missingFor({ members, civilSociety }, TWO_THIRDS)).toBe(missing);
  });

  it('is counted exactly: civil × 3 ≥ members × 2', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(10_000), (civilSociety, stateBody) => {
        const members = civilSociety + stateBody;
        expect(hasShare({ members, civilSociety }, TWO_THIRDS)).toBe(civilSociety * 3 >= members * 2);
      }),
    );
  });

  it('says the least number that helps, for any share below the whole', () => {
    const share = fc.tuple(fc.integer({ min: 1, max: 19 }), fc.integer({ min: 20, max: 40 }));
    fc.assert(
      fc.property(share, fc.nat(60), fc.nat(60), ([top, bottom], civilSociety, stateBody) => {
        const wanted = Rational.of(top, bottom);
        const with_ = (added: number) => ({
          members: civilSociety + stateBody + added,
          civilSociety: civilSociety + added,
        });
        const missing = missingFor(with_(0), wanted);
        expect(hasShare(with_(missing), wanted)).toBe(true);
        if (missing > 0) expect(hasShare(with_(missing - 1), wanted)).toBe(false);
      }),
    );
  });

  it('asks every state-body member to give way where a council wants civil society only', () => {
    expect(missingFor({ members: 15, civilSociety: 12 }, Rational.one)).toBe(3);
    expect(missingFor({ members: 12, civilSociety: 12 }, Rational.one)).toBe(0);
  });

  it('is shown as a breach with both shares', () => {
    expect(breachesOf({ members: 15, civilSociety: 9 }, TWO_THIRDS)).toEqual([
      { rule: 'C1', required: '2/3', actual: '3/5' },
    ]);
    expect(breachesOf({ members: 15, civilSociety: 10 }, TWO_THIRDS)).toEqual([]);
    expect(breachesOf({ members: 0, civilSociety: 0 }, TWO_THIRDS)).toEqual([]);
  });
});

describe('what a composition is short of (C1, C3)', () => {
  const size = { from: 15, to: 30, rule: { id: 'C3.local' } };
  const of = (seats: number, members: number, civilSociety: number) =>
    shortfallOf({ seats, members, civilSociety }, TWO_THIRDS, size);

  it('is nothing where every seat is taken and both rules hold', () => {
    expect(of(15, 15, 10)).toEqual({ vacant: 0, missingCivil: 0, civilDue: 0, breaches: [] });
    expect(isComplete(of(15, 15, 10))).toBe(true);
  });

  it('says how many of the vacant seats only civil society can take', () => {
    // 16 seats want 11 of civil society (Art. 1(7)), whoever takes the others.
    expect(of(16, 15, 10)).toMatchObject({ vacant: 1, missingCivil: 0, civilDue: 1, breaches: [] });
    expect(of(20, 16, 12)).toMatchObject({ vacant: 4, missingCivil: 0, civilDue: 2 });
    expect(isComplete(of(16, 15, 10))).toBe(false);
  });

  it('names C1 with those missing now, and C3 for a number of seats out of its bounds', () => {
    expect(of(15, 14, 9)).toEqual({
      vacant: 1,
      missingCivil: 1,
      civilDue: 1,
      breaches: [{ rule: 'C1', required: '2/3', actual: '9/14' }],
    });
    expect(of(31, 31, 21).breaches).toEqual([{ rule: 'C3.local', required: '15–30', actual: '31' }]);
    expect(of(14, 14, 10).breaches).toEqual([{ rule: 'C3.local', required: '15–30', actual: '14' }]);
  });
});
