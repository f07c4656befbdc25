import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Rational } from '../platform/kernel/index.js';
import { isPresentAt, neededOf, presentAt, quorumOf, type AttendanceStatus, type Presence } from './quorum.policy.js';

const at = (time: string): Date => new Date(`2026-03-20T${time}:00+05:00`);
const rule = { id: 'M1', value: { fraction: '2/3' }, basis: {} };
const twoThirds = { fraction: Rational.parse('2/3'), rule };

const presence = (status: AttendanceStatus, arrived?: string, left?: string, memberId = 'a'): Presence => ({
  memberId,
  status,
  arrivedAt: arrived === undefined ? null : at(arrived),
  leftAt: left === undefined ? null : at(left),
});

describe('presence at an instant', () => {
  it('counts those in the room and those who take part remotely, nobody else', () => {
    const statuses: AttendanceStatus[] = ['present', 'remote', 'excused', 'absent'];
    expect(statuses.filter((status) => isPresentAt(presence(status), at('10:00')))).toEqual(['present', 'remote']);
  });

  it('begins with the arrival and ends before the leaving', () => {
    const one = presence('present', '10:00', '11:00');
    expect(['09:59', '10:00', '10:59', '11:00'].map((time) => isPresentAt(one, at(time)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('leaves out records of people who are no members', () => {
    expect(
      presentAt(['a', 'b'], [presence('present'), presence('present', undefined, undefined, 'x')], at('10:00')),
    ).toEqual(['a']);
  });
});

describe('the quorum of M1', () => {
  it.each([
    [15, 9, 10, false],
    [15, 10, 10, true],
    [16, 10, 11, false],
    [16, 11, 11, true],
    [17, 12, 12, true],
    [1, 1, 1, true],
  ])('of %i members with %i present: %i needed', (members, present, needed, reached) => {
    expect(quorumOf(members, present, twoThirds)).toEqual({ members, present, needed, reached, rule });
  });

  it('is never reached by a council without members', () => {
    expect(quorumOf(0, 0, twoThirds).reached).toBe(false);
  });

  it('needs the smallest whole number that is at least the share, exactly', () => {
    const shares = fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 50 }));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), shares, (members, [one, other]) => {
        const share = Rational.of(Math.min(one, other), Math.max(one, other));
        const needed = neededOf(members, share);
        const wanted = share.multiply(Rational.of(members));
        expect(Rational.of(needed).compare(wanted)).toBeGreaterThanOrEqual(0);
        expect(Rational.of(needed - 1).compare(wanted)).toBe(-1);
      }),
    );
  });

  it('does not get harder when one more comes, nor easier when there is one more member', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 0, max: 100 }), (members, present) => {
        const { reached } = quorumOf(members, present, twoThirds);
        if (reached) expect(quorumOf(members, present + 1, twoThirds).reached).toBe(true);
        else expect(quorumOf(members + 1, present, twoThirds).reached).toBe(false);
      }),
    );
  });
});
