import type { Act } from '../platform/journal/index.js';
import type { Actor } from '../platform/kernel/index.js';
import type { Comment } from './comment.entity.js';

/** What the journal keeps of an accepted comment: the hash proves the text, which itself is not in it. */
export interface Accepted {
  readonly id: string;
  readonly consultationId: string;
  readonly language: string;
  readonly channel: string;
  readonly textHash: string;
  readonly provisionId: string | null;
  readonly fileHashes?: readonly string[];
}

/** A comment was accepted and its receipt given. */
export function commentAccepted(comment: Accepted, by: Actor): Act {
  const { id, consultationId, language, channel, textHash, provisionId, fileHashes } = comment;
  const said = { consultationId, language, channel, textHash, provisionId };
  return {
    what: 'comment.accepted',
    subject: { kind: 'comment', id },
    by,
    data: fileHashes ? { ...said, fileHashes } : said,
  };
}

/** The author took his comment back. */
export function commentWithdrawn({ id, consultationId }: Comment, by: Actor): Act {
  return { what: 'comment.withdrawn', subject: { kind: 'comment', id }, by, data: { consultationId } };
}

/** The account's holder says that he did not write it; his reason is not in the journal. */
export function commentDisowned({ id, consultationId }: Comment, by: Actor): Act {
  return { what: 'comment.disowned', subject: { kind: 'comment', id }, by, data: { consultationId } };
}
/** What the journal keeps of an answer; the provision only where it leads to one. */
type Answered = Pick<Comment, 'id' | 'consultationId' | 'outcome' | 'answerProvisionId'>;

/** The body answered; its reasons are read with the comment. */
export function commentAnswered({ id, consultationId, outcome, answerProvisionId }: Answered, by: Actor): Act {
  const data = { consultationId, outcome, ...linked(answerProvisionId) };
  return { what: 'comment.answered', subject: { kind: 'comment', id }, by, data };
}

/** The body changed its answer; the earlier one and the reason are read with the comment. `number` counts answers. */
export function answerRevised(
  { id, consultationId, outcome, answerProvisionId }: Answered,
  number: number,
  by: Actor,
): Act {
  return {
    what: 'comment.answer-revised',
    subject: { kind: 'comment', id },
    by,
    data: { consultationId, outcome, number, ...linked(answerProvisionId) },
  };
}

function linked(provisionId: string | null): { readonly provisionId?: string } {
  return provisionId === null ? {} : { provisionId };
}
