import { type Actor, holdsFor, type Scope } from '../platform/kernel/index.js';
import { MEMBER, type MemberMove, type MemberState } from './member.lifecycle.js';

/** The moves that state and rights allow; undefined for somebody unknown, whose answer is the same for everyone. */
export function memberMoves(by: Actor, state: MemberState, scope: Scope): MemberMove[] | undefined {
  if (by.kind === 'anonymous') return undefined;
  return MEMBER.possible(state).filter(() => holdsFor(by, 'member.end', scope));
}
