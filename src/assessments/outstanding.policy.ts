import type { LocalDate } from '../platform/kernel/index.js';
import { isReplyAwaited } from './assessment.deadlines.js';
import type { AssessmentState } from './assessment.lifecycle.js';
import { unjudged, unsettled, type Assessor } from './review.policy.js';
import type { Status } from './workings.policy.js';

/** How far an assessment has come. */
export interface Progress {
  readonly state: AssessmentState;
  readonly dueOn: LocalDate | null;
  readonly replied: boolean;
  readonly indicators: readonly { readonly code: string; readonly source: string }[];
  readonly entries: readonly { readonly indicator: string; readonly status: Status }[];
  readonly assessors: readonly Pick<Assessor, 'memberId'>[];
  readonly judgements: readonly { readonly indicator: string; readonly memberId: string }[];
}

/** What is still missing before the next move; what the present state does not wait for is empty. */
export interface Outstanding {
  /** Codes without an entry, before the review. */
  readonly unsettled: readonly string[];
  /** Pairs of indicator and assessor without a score, before the reply is asked for. */
  readonly unjudged: readonly { readonly indicator: string; readonly memberId: string }[];
  /** The last day of the right of reply (A1) while it runs unused, before the adoption. */
  readonly replyUntil: LocalDate | null;
}

/** What the next move of an assessment waits for on this day. */
export function outstandingIn(progress: Progress, today: LocalDate): Outstanding {
  const { state, dueOn, replied, indicators, entries, assessors, judgements } = progress;
  const isReplyOpen = state === 'awaiting_reply' && dueOn !== null && isReplyAwaited(today, dueOn, replied);
  return {
    unsettled: state === 'planned' || state === 'collecting' ? unsettled(indicators, entries) : [],
    unjudged: state === 'in_review' ? unjudged(indicators, entries, assessors, judgements) : [],
    replyUntil: isReplyOpen ? dueOn : null,
  };
}
