import { holdsFor, verdict, type Actor, type Verdict } from '../platform/kernel/index.js';
import { COMMENT_LIFECYCLE, type CommentMove, type CommentState } from './comment.lifecycle.js';

/** The author alone takes his comment back; that it exists is public, so others are refused openly. */
export function mayWithdraw(by: Actor, comment: { readonly accountId: string | null }): Verdict {
  return isAuthor(by, comment.accountId) ? 'allowed' : 'not-allowed';
}

/** Whoever holds the account that a comment was posted from says that it is not his. */
export function mayDisown(by: Actor, comment: { readonly accountId: string | null }): Verdict {
  return isAuthor(by, comment.accountId) ? 'allowed' : 'not-allowed';
}

/** An officer of the developing body answers. */
export function mayAnswer(by: Actor, bodyId: string): Verdict {
  return verdict(by, 'comment.answer', { bodyId });
}

/** A concealed comment is read by its author, by officers of the body that hid it and by who decides on appeals. */
export function mayReadConcealed(
  by: Actor,
  { accountId, bodyId }: { accountId: string | null; bodyId: string },
): boolean {
  return (
    isAuthor(by, accountId) || holdsFor(by, 'comment.conceal', { bodyId }) || holdsFor(by, 'comment.decide-appeal', {})
  );
}

/** The words of a comment that is withdrawn or concealed, and its files, are still read by these. */
export function mayReadWords(
  by: Actor,
  comment: { state: CommentState; accountId: string | null; bodyId: string },
): boolean {
  return comment.state === 'withdrawn' ? isAuthor(by, comment.accountId) : mayReadConcealed(by, comment);
}

export function isAuthor(by: Actor, accountId: string | null): boolean {
  return by.accountId !== null && by.accountId === accountId;
}

/** The moves that the comment's state, the consultation's state and the caller's rights allow now. */
export function movesOf(
  by: Actor,
  comment: { readonly state: CommentState; readonly accountId: string | null; readonly disownedAt: Date | null },
  consultation: { readonly bodyId: string; readonly state: string },
): CommentMove[] {
  const answerable = mayAnswer(by, consultation.bodyId) === 'allowed' && isAnswerable(consultation.state);
  const may: Record<CommentMove, boolean> = {
    answer: answerable,
    revision: answerable,
    withdrawal: mayWithdraw(by, comment) === 'allowed' && comment.disownedAt === null,
  };
  return COMMENT_LIFECYCLE.possible(comment.state).filter((move) => may[move]);
}

/** Answers are given from acceptance on until the completion report is published (K8.answers, K8.report). */
export function isAnswerable(consultationState: string): boolean {
  return consultationState === 'published';
}
