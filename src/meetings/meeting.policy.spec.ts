import { describe, expect, it } from '@jest/globals';
import { ANONYMOUS, OPERATOR, type Actor, type Role } from '../platform/kernel/index.js';
import { mayPlan, mayRecord, maySee } from './meeting.policy.js';

const withRole = (role: Role, councilId: string | null): Actor => ({
  ...ANONYMOUS,
  kind: 'account',
  grants: [{ role, councilId, bodyId: null, memberId: null }],
});

const hidden = { councilId: 'own', isPublic: false };
const known = { councilId: 'own', isPublic: true };

describe('rights on a meeting', () => {
  it.each<[string, Actor, string, string, string]>([
    ['the council’s secretary', withRole('secretary', 'own'), 'allowed', 'allowed', 'allowed'],
    ['a member of the council', withRole('member', 'own'), 'allowed', 'not-allowed', 'not-allowed'],
    ['the secretary of another council', withRole('secretary', 'other'), 'hidden', 'hidden', 'not-allowed'],
    ['the authority', withRole('authority', null), 'hidden', 'hidden', 'not-allowed'],
    ['nobody known', ANONYMOUS, 'hidden', 'hidden', 'not-allowed'],
    ['an operator', OPERATOR, 'allowed', 'allowed', 'allowed'],
  ])('%s', (_, by, sees, plansHidden, plansKnown) => {
    expect(maySee(by, hidden)).toBe(sees);
    expect(maySee(by, known)).toBe('allowed');
    expect([mayPlan(by, hidden), mayRecord(by, hidden)]).toEqual([plansHidden, plansHidden]);
    expect([mayPlan(by, known), mayRecord(by, known)]).toEqual([plansKnown, plansKnown]);
  });
});
