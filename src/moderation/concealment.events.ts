import type { Act } from '../platform/journal/index.js';
import type { Actor, AppliedRule } from '../platform/kernel/index.js';
import type { Concealment } from './concealment.entity.js';

/** The kind of record that acts are about: what a comment's history tells, and what lists of comments follow. */
export const COMMENT = 'comment';

/** An act on the concealment of a comment; all are public, none holds a word of the comment or of the appeal. */
export function concealmentAct(
  what: `comment.${string}`,
  { id, commentId, bodyId }: Concealment,
  by: Actor,
  { rules, data }: { readonly rules: readonly AppliedRule[]; readonly data: Readonly<Record<string, unknown>> },
): Act {
  return { what, subject: { kind: COMMENT, id: commentId }, by, rules, data: { concealmentId: id, bodyId, ...data } };
}
