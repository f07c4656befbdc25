import { CONSULTATION } from '../consultations/index.js';
import { conflict, invalidAt, notFound, notPossibleNow, Problem } from '../platform/kernel/index.js';
import type { Candidate, EarlierReceipt, Judgement } from './admission.js';

/** The code by which an exact repeat is refused; the refusal holds the receipt of the first. */
export const SENT_ALREADY = 'comment-sent-already';

/** The refusal of an exact repeat, for its author alone: the receipt of the first, and where to read what became of it. */
export function sentAlready({ id: commentId, ...receipt }: EarlierReceipt): Problem {
  return conflict(SENT_ALREADY, { more: { commentId, receipt, link: `/api/v1/receipts/${receipt.number}` } });
}

/** The receipt of the first in the refusal of a repeat; undefined for all else that may be thrown. */
export function firstReceiptIn(error: unknown): Omit<EarlierReceipt, 'id'> | undefined {
  if (!(error instanceof Problem) || error.parts.code !== SENT_ALREADY) return undefined;
  return error.parts.more?.['receipt'] as Omit<EarlierReceipt, 'id'> | undefined;
}

/** The refusal of words that do not stand in the text where they are said to stand. */
export const MISQUOTED = {
  quote: (): Problem => invalidAt('/quote', 'quote-not-found'),
  before: (): Problem => invalidAt('/quoteBefore', 'context-not-found'),
  after: (): Problem => invalidAt('/quoteAfter', 'context-not-found'),
} as const;

/** Throws `invalid` for what is around a quote where there is no quote, or no provision that it stands in. */
export function refuseLooseContext({ quoteContext, quote, provisionId }: Quoting): void {
  if (quoteContext === null) return;
  if (quote === null) throw invalidAt('/quote', 'context-needs-quote');
  if (provisionId === null) throw invalidAt('/provisionId', 'context-needs-provision');
}

type Quoting = Pick<Candidate, 'quoteContext' | 'quote' | 'provisionId'>;

/** Why a comment was not accepted. */
export function refusal({ fate, consultationState }: Pick<Judgement, 'fate' | 'consultationState'>): Problem {
  const state = consultationState ?? '';
  switch (fate) {
    case 'absent':
      return notFound();
    case 'provision':
      return invalidAt('/provisionId', 'not-found');
    case 'not-open':
      return notPossibleNow('not-open-for-comments', { stateOf: CONSULTATION.kind, state, possible: [] });
    case 'closed':
      return notPossibleNow('comments-closed', { state, possible: [] });
    // The comment that held the key is gone: it may be sent again.
    default:
      return new Problem('unavailable');
  }
}
