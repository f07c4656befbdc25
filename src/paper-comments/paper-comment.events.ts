import { commentAccepted, type Comment } from '../comments/index.js';
import type { Act } from '../platform/journal/index.js';
import type { Actor, AppliedRule } from '../platform/kernel/index.js';

/** A letter was entered. Its author is not in the journal; the hashes prove text and scan. */
export function commentEntered(comment: Comment, scanHash: string | null, by: Actor, rules: AppliedRule[]): Act {
  const accepted = commentAccepted(comment, by);
  const { receivedOn } = comment;
  return { ...accepted, rules, data: { ...accepted.data, receivedOn, ...(scanHash !== null && { scanHash }) } };
}
