import { holds, verdict, type Actor, type Verdict } from '../platform/kernel/index.js';
import { methodologyLifecycle, type MethodologyMove, type MethodologyState } from './methodology.lifecycle.js';

/** Drafts are for those who prepare methodologies; everybody reads what was published. */
export function mayReadDrafts(by: Actor): boolean {
  return holds(by, 'methodology.prepare');
}

/** The authority publishes and retires. */
export function mayMove(by: Actor): Verdict {
  return verdict(by, 'methodology.publish', {}, 'hidden');
}

/** What the caller may do next; absent for a caller who is not signed in. */
export function movesFor(by: Actor, state: MethodologyState): MethodologyMove[] | undefined {
  if (by.kind === 'anonymous') return undefined;
  return mayMove(by) === 'allowed' ? methodologyLifecycle.possible(state) : [];
}
