import { lifecycle } from '../platform/kernel/index.js';

/** From the plan to the published score. A correction opens the next version; the one before stays readable. */
export const assessmentLifecycle = lifecycle('assessment', {
  collection: { from: ['planned'], to: 'collecting' },
  review: { from: ['collecting', 'in_review'], to: 'in_review' },
  'reply-request': { from: ['in_review'], to: 'awaiting_reply' },
  reply: { from: ['awaiting_reply'], to: 'awaiting_reply' },
  adoption: { from: ['awaiting_reply'], to: 'adopted' },
  publication: { from: ['adopted'], to: 'published' },
  corrections: { from: ['published'], to: 'collecting' },
});

export type AssessmentState = (typeof assessmentLifecycle.states)[number];
export type AssessmentMove = keyof typeof assessmentLifecycle.moves;

/** In these states the authority enters values; while a reply is awaited only those that are disputed. */
export const STATES_FOR_VALUES: readonly AssessmentState[] = ['collecting', 'in_review', 'awaiting_reply'];
/** In these states the assessed body disputes values. */
export const STATES_FOR_DISPUTES: readonly AssessmentState[] = ['collecting', 'in_review', 'awaiting_reply'];
/** In this state the assessors judge. */
export const STATES_FOR_JUDGEMENTS: readonly AssessmentState[] = ['in_review'];
