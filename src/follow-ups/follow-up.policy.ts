import { verdict, type Actor, type Permission, type Verdict } from '../platform/kernel/index.js';
import { followUpLifecycle, type FollowUpMove, type FollowUpState } from './follow-up.lifecycle.js';

/** What rights on a follow-up depend on: who owes it and whose council asked for it. */
export interface FollowUpScope {
  readonly bodyId: string;
  readonly councilId: string;
}

/** The authority promises, and the secretary on what his own council assessed or recommended. */
export function mayPromise(by: Actor, { councilId }: Pick<FollowUpScope, 'councilId'>): Verdict {
  return verdict(by, 'follow-up.promise', { councilId });
}

/** The owing body reports and refuses; the council's secretary or the authority verifies. */
export function mayMove(by: Actor, move: FollowUpMove, { bodyId, councilId }: FollowUpScope): Verdict {
  return move === 'verification'
    ? verdict(by, PERMISSIONS[move], { councilId })
    : verdict(by, PERMISSIONS[move], { bodyId });
}

/** What the caller may do next; absent for a caller who is not signed in. */
export function movesFor(by: Actor, state: FollowUpState, scope: FollowUpScope): FollowUpMove[] | undefined {
  if (by.kind === 'anonymous') return undefined;
  return followUpLifecycle.possible(state).filter((move) => mayMove(by, move, scope) === 'allowed');
}

const PERMISSIONS = {
  progress: 'follow-up.report',
  completion: 'follow-up.report',
  refusal: 'follow-up.refuse',
  verification: 'follow-up.verify',
} as const satisfies Record<FollowUpMove, Permission>;
