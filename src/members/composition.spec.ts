import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Rational } from '../platform/kernel/index.js';
import { breachesOf, hasShare, missingFor } from './composition.policy.js';

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
