import type { LocalDate } from '../platform/kernel/index.js';
import { OPEN_STATES, type FollowUpState } from './follow-up.lifecycle.js';

/** True when the promised day has ended and the measure is still owed; derived, never stored. */
export function isOverdue(state: FollowUpState, dueOn: LocalDate, today: LocalDate): boolean {
  return OPEN_STATES.includes(state) && dueOn < today;
}

/** True when the term for an action or a reasoned refusal (A2.gap) has ended. */
export function isGapOverdue(dueOn: LocalDate, today: LocalDate): boolean {
  return dueOn < today;
}
