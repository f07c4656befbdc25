import { describe, expect, it } from '@jest/globals';
import { ANONYMOUS, OPERATOR, type Actor, type Grant } from '../platform/kernel/index.js';
import { councilMoves, mayForCouncil } from './council.policy.js';
import { refuseSize } from './council-size.policy.js';

const COUNCIL = { id: 'council', bodyId: 'body', state: 'forming' as const };
const holder = (grant: Partial<Grant> & Pick<Grant, 'role'>): Actor => ({
  ...ANONYMOUS,
  kind: 'account',
  grants: [{ councilId: null, bodyId: null, memberId: null, ...grant }],
});

describe('who acts for a council', () => {
  it.each([
    ['the authority establishes it', holder({ role: 'authority' }), 'council.establish', 'allowed'],
    ['its secretary does not', holder({ role: 'secretary', councilId: 'council' }), 'council.establish', 'not-allowed'],
    [
      'its secretary tightens its rules',
      holder({ role: 'secretary', councilId: 'council' }),
      'council.tighten-rule',
      'allowed',
    ],
    [
      'that of another does not',
      holder({ role: 'secretary', councilId: 'other' }),
      'council.tighten-rule',
      'not-allowed',
    ],
    [
      'the authority does not decide for a council',
      holder({ role: 'authority' }),
      'council.tighten-rule',
      'not-allowed',
    ],
    [
      'an officer of its body does not appoint',
      holder({ role: 'officer', bodyId: 'body' }),
      'member.appoint',
      'not-allowed',
    ],
    ['its secretary appoints', holder({ role: 'secretary', councilId: 'council' }), 'member.appoint', 'allowed'],
  ] as const)('%s', (_, by, permission, verdict) => {
    expect(mayForCouncil(by, permission, COUNCIL)).toBe(verdict);
  });

  it('names the moves to those who may make them, and none to strangers', () => {
    expect(councilMoves(holder({ role: 'authority' }), COUNCIL)).toEqual(['activation', 'dissolution']);
    expect(councilMoves(OPERATOR, { ...COUNCIL, state: 'active' })).toEqual(['dissolution']);
    expect(councilMoves(holder({ role: 'secretary', councilId: 'council' }), COUNCIL)).toEqual([]);
    expect(councilMoves(ANONYMOUS, COUNCIL)).toBeUndefined();
  });
});

describe('the size of a council (C3)', () => {
  const size = { from: 15, to: 30, rule: { id: 'C3.local', value: { from: 15, to: 30 } } };

  it.each([15, 16, 29, 30])('allows %d seats', (seats) => {
    expect(() => {
      refuseSize(seats, size, 'forming', []);
    }).not.toThrow();
  });

  it.each([14, 31])('refuses %d seats', (seats) => {
    expect(() => {
      refuseSize(seats, size, 'forming', []);
    }).toThrow('not-possible-now: size-out-of-range');
  });
});
