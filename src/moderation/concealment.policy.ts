import { holds, verdict, type Actor, type Verdict } from '../platform/kernel/index.js';
import { isTooLateToAppeal } from './concealment.deadlines.js';
import { CONCEALMENT, type ConcealmentMove, type ConcealmentState } from './concealment.lifecycle.js';

/** Whose comment was hidden, by which body and account. */
export interface ConcealmentScope {
  readonly bodyId: string;
  /** The author; null where nobody here wrote the comment, as with one taken over from the national portal. */
  readonly accountId: string | null;
  readonly concealedBy: string | null;
}

/** An officer of the developing body hides a comment, and takes that back. */
export function mayConceal(by: Actor, bodyId: string): Verdict {
  return verdict(by, 'comment.conceal', { bodyId });
}

/** The author alone appeals; that the comment is hidden is public, so others are refused openly. */
export function mayAppeal(by: Actor, { accountId }: Pick<ConcealmentScope, 'accountId'>): Verdict {
  return isSame(by, accountId) ? 'allowed' : 'not-allowed';
}

/** The authority decides; whether this account may is `partOf`. */
export function mayDecide(by: Actor): Verdict {
  return verdict(by, 'comment.decide-appeal', {});
}

/** What an account of the authority has to do with the matter, so that it may not decide on it (N2). */
export function partOf(by: Actor, scope: ConcealmentScope): 'concealed-by-you' | 'your-own-appeal' | undefined {
  if (isSame(by, scope.concealedBy)) return 'concealed-by-you';
  return isSame(by, scope.accountId) ? 'your-own-appeal' : undefined;
}

/** Who reads the words of an appeal: its author, officers of the body, the authority. */
export function mayReadAppeal(by: Actor, { accountId, bodyId }: ConcealmentScope): boolean {
  return isSame(by, accountId) || mayConceal(by, bodyId) === 'allowed' || holds(by, 'comment.decide-appeal');
}

/** The moves that state, day and rights allow now. */
export function concealmentMoves(
  by: Actor,
  concealment: ConcealmentScope & { readonly state: ConcealmentState; readonly appealDueOn: string },
  { today, isWithdrawn }: { readonly today: string; readonly isWithdrawn: boolean },
): ConcealmentMove[] {
  const may: Record<ConcealmentMove, boolean> = {
    appeal: mayAppeal(by, concealment) === 'allowed' && !isWithdrawn && !isTooLateToAppeal(concealment, today),
    decision: mayDecide(by) === 'allowed' && partOf(by, concealment) === undefined,
    reversal: mayConceal(by, concealment.bodyId) === 'allowed',
  };
  return CONCEALMENT.possible(concealment.state).filter((move) => may[move]);
}

function isSame(by: Actor, accountId: string | null): boolean {
  return by.accountId !== null && by.accountId === accountId;
}
