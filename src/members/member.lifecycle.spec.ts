import { describe, expect, it } from '@jest/globals';
import { ANONYMOUS, OPERATOR } from '../platform/kernel/index.js';
import { MEMBER } from './member.lifecycle.js';
import { memberMoves } from './member.policy.js';

describe('the life of a membership', () => {
  it('ends once', () => {
    expect(MEMBER.next('appointed', 'end')).toBe('ended');
    expect(() => MEMBER.next('ended', 'end')).toThrow('not-possible-now: not-in-this-state');
    expect(MEMBER.check('state')).toBe("state in ('appointed', 'ended')");
  });

  it('names its move to those who may make it', () => {
    const scope = { councilId: 'council', bodyId: 'body' };
    expect(memberMoves(OPERATOR, 'appointed', scope)).toEqual(['end']);
    expect(memberMoves(OPERATOR, 'ended', scope)).toEqual([]);
    expect(memberMoves({ ...ANONYMOUS, kind: 'account' }, 'appointed', scope)).toEqual([]);
    expect(memberMoves(ANONYMOUS, 'appointed', scope)).toBeUndefined();
  });
});
