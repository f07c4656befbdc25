import type { Language, LocalizedText } from '../platform/kernel/index.js';
import type { ConcealmentNotice, OnBehalfOf } from './comment.entity.js';
import type { CommentState, Outcome } from './comment.lifecycle.js';
import type { Place } from './places.js';
import type { QuoteContext } from './quote-place.js';

/** A comment's row as the queries read it, with what decides who sees what. */
export interface CommentRow {
  readonly id: string;
  readonly version: number;
  readonly consultationId: string;
  readonly consultationState: string;
  readonly bodyId: string;
  readonly number: number;
  readonly state: CommentState;
  readonly channel: string;
  readonly language: Language;
  readonly text: string;
  readonly textHash: string;
  readonly provisionId: string | null;
  readonly versionNumber: number | null;
  readonly place: Place | null;
  readonly quote: string | null;
  readonly quoteContext: QuoteContext | null;
  readonly accountId: string | null;
  readonly showName: boolean;
  readonly authorName: string | null;
  readonly participant: number;
  readonly onBehalfOf: OnBehalfOf | null;
  readonly acceptedAt: Date;
  readonly receivedOn: string | null;
  readonly receipt: string;
  readonly answeredAt: Date | null;
  readonly revisedAt: Date | null;
  readonly outcome: Outcome | null;
  readonly reasons: LocalizedText | null;
  readonly answerProvisionId: string | null;
  readonly withdrawnAt: Date | null;
  readonly disownedAt: Date | null;
  readonly disownedReason?: string | null;
  readonly concealment: ConcealmentNotice | null;
  readonly groupId: string | null;
  readonly files: number;
}
