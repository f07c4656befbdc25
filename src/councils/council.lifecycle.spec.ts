import { describe, expect, it } from '@jest/globals';
import { COUNCIL, type CouncilMove, type CouncilState } from './council.lifecycle.js';

const EXPECTED: Record<CouncilState, Partial<Record<CouncilMove, CouncilState>>> = {
  forming: { activation: 'active', dissolution: 'dissolved' },
  active: { dissolution: 'dissolved' },
  dissolved: {},
};

describe('the life of a council', () => {
  const states = Object.keys(EXPECTED) as CouncilState[];
  const moves = Object.keys(COUNCIL.moves) as CouncilMove[];

  it.each(states.flatMap((state) => moves.map((move) => [state, move] as const)))('%s, %s', (state, move) => {
    const to = EXPECTED[state][move];
    if (to === undefined) expect(() => COUNCIL.next(state, move)).toThrow('not-possible-now: not-in-this-state');
    else expect(COUNCIL.next(state, move)).toBe(to);
    expect(COUNCIL.possible(state).includes(move)).toBe(to !== undefined);
  });

  it('knows the states that the table allows', () => {
    expect(COUNCIL.check('state')).toBe("state in ('forming', 'active', 'dissolved')");
  });
});
