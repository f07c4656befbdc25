import type { ConcealmentNotice, OnBehalfOf, Outcome } from '../comments/index.js';
import type { Language, LocalizedText } from '../platform/kernel/index.js';

/** An answer as a report prints it, with instants as text. */
export interface ReportAnswer {
  readonly outcome: Outcome;
  readonly reasons: LocalizedText;
  readonly answeredAt: string;
  readonly revisedAt: string | null;
  readonly provisionId: string | null;
}

/** An answer that stood before, and why it was replaced. */
export interface ReportEarlierAnswer extends Omit<ReportAnswer, 'revisedAt'> {
  readonly number: number;
  readonly replacedAt: string;
  readonly why: LocalizedText;
}

/** One of the texts of a report as it is read: the comments with it have one answer. */
export interface ReportText {
  readonly position: number;
  readonly comments: number;
  readonly commentId: string;
  readonly number: number;
  readonly channel: string;
  readonly language: Language;
  readonly text: string | null;
  readonly quote: string | null;
  readonly quoteBefore: string | null;
  readonly quoteAfter: string | null;
  readonly provisionId: string | null;
  readonly provisionNumber: string | null;
  readonly versionNumber: number | null;
  readonly author: { readonly name: string } | null;
  readonly participant: number | null;
  readonly onBehalfOf: OnBehalfOf | null;
  readonly acceptedAt: string;
  readonly receivedOn: string | null;
  readonly disownedAt: string | null;
  readonly groupId: string | null;
  readonly answer: ReportAnswer | null;
  readonly answerProvisionNumber: string | null;
  readonly earlierAnswers: readonly ReportEarlierAnswer[];
  readonly concealment: ConcealmentNotice | null;
}
