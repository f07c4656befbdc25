import { lifecycle } from '../platform/kernel/index.js';

/** From the receipt to the body's answer, which it may change; the author may take a comment back until it is answered. */
export const COMMENT_LIFECYCLE = lifecycle('comment', {
  answer: { from: ['accepted'], to: 'answered' },
  revision: { from: ['answered'], to: 'answered' },
  withdrawal: { from: ['accepted'], to: 'withdrawn' },
});

export type CommentState = (typeof COMMENT_LIFECYCLE.states)[number];
export type CommentMove = keyof typeof COMMENT_LIFECYCLE.moves;

/** What the body made of a comment. */
export const OUTCOMES = ['accepted', 'partly', 'declined'] as const;

export type Outcome = (typeof OUTCOMES)[number];
