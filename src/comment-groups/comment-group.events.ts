import type { Outcome } from '../comments/index.js';
import type { Act } from '../platform/journal/index.js';
import type { Actor } from '../platform/kernel/index.js';
import type { CommentGroup } from './comment-group.entity.js';

/** The body answered so many comments of a group at once; each has its own entry beside this one. */
export function groupAnswered(
  { id, consultationId }: CommentGroup,
  outcome: Outcome,
  comments: number,
  by: Actor,
): Act {
  return {
    what: 'comment-group.answered',
    subject: { kind: 'comment-group', id },
    by,
    data: { consultationId, outcome, comments },
  };
}

/** The body changed so many answers of a group at once; each comment has its own entry beside this one. */
export function groupRevised({ id, consultationId }: CommentGroup, outcome: Outcome, comments: number, by: Actor): Act {
  return {
    what: 'comment-group.answer-revised',
    subject: { kind: 'comment-group', id },
    by,
    data: { consultationId, outcome, comments },
  };
}

/** Comments got a group of their own; the reason is read with the group. */
export function groupSplit(from: CommentGroup, toId: string, comments: readonly string[], by: Actor): Act {
  const { id, consultationId } = from;
  return {
    what: 'comment-group.split',
    subject: { kind: 'comment-group', id },
    by,
    data: { consultationId, into: toId, comments },
  };
}

/** All comments of a group went into another; the reason is read with the group. */
export function groupMerged(from: CommentGroup, toId: string, comments: number, by: Actor): Act {
  const { id, consultationId } = from;
  return {
    what: 'comment-group.merged',
    subject: { kind: 'comment-group', id },
    by,
    data: { consultationId, into: toId, comments },
  };
}
