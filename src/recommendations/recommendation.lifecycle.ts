import { lifecycle } from '../platform/kernel/index.js';

/** Adopted by the council, sent to the body, answered by it (Law on Public Councils, Art. 5(2)). */
export const recommendationLifecycle = lifecycle('recommendation', {
  dispatch: { from: ['adopted'], to: 'sent' },
  reply: { from: ['sent'], to: 'answered' },
});

export type RecommendationState = (typeof recommendationLifecycle.states)[number];
export type RecommendationMove = 'dispatch' | 'reply';

export const DECISIONS = ['accepted', 'partly', 'declined'] as const;
export type Decision = (typeof DECISIONS)[number];
