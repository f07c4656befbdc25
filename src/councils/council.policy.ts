import { holdsFor, type Actor, type Permission, type Scope, type Verdict, verdict } from '../platform/kernel/index.js';
import { COUNCIL, type CouncilMove, type CouncilState } from './council.lifecycle.js';

/** What a council's rights depend on. */
export interface CouncilParts {
  readonly id: string;
  readonly bodyId: string;
}

/** What belongs to a council, as far as rights go: its secretary, its members and its body have theirs here. */
export function councilScope({ id, bodyId }: CouncilParts): Scope {
  return { councilId: id, bodyId };
}

/** Councils are public, so a refusal says so instead of hiding them. */
export function mayForCouncil(by: Actor, permission: Permission, council: CouncilParts): Verdict {
  return verdict(by, permission, councilScope(council));
}

const PERMISSION_OF: Readonly<Record<CouncilMove, Permission>> = {
  activation: 'council.activate',
  dissolution: 'council.dissolve',
};

/** The moves that state and rights allow; undefined for somebody unknown, whose answer is the same for everyone. */
export function councilMoves(by: Actor, council: CouncilParts & { state: CouncilState }): CouncilMove[] | undefined {
  if (by.kind === 'anonymous') return undefined;
  const scope = councilScope(council);
  return COUNCIL.possible(council.state).filter((move) => holdsFor(by, PERMISSION_OF[move], scope));
}
