import { lifecycle } from '../platform/kernel/index.js';

/** A promised measure: reported on to its end and verified, or refused with reasons. */
export const followUpLifecycle = lifecycle('follow-up', {
  progress: { from: ['promised', 'in_progress'], to: 'in_progress' },
  completion: { from: ['promised', 'in_progress'], to: 'reported' },
  refusal: { from: ['promised', 'in_progress'], to: 'refused' },
  verification: { from: ['reported'], to: 'verified' },
});

export type FollowUpState = (typeof followUpLifecycle.states)[number];
export type FollowUpMove = keyof typeof followUpLifecycle.moves;

/** States in which the measure is still owed. */
export const OPEN_STATES: readonly FollowUpState[] = ['promised', 'in_progress'];
