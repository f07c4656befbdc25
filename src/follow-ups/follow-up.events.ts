import type { Act } from '../platform/journal/index.js';
import type { Actor, AppliedRule } from '../platform/kernel/index.js';
import type { FollowUp } from './follow-up.entity.js';

/** A measure was promised, reported on, refused or verified; all of it is public. */
export function followUpEvent(
  what:
    | 'follow-up.promised'
    | 'follow-up.progressed'
    | 'follow-up.completed'
    | 'follow-up.refused'
    | 'follow-up.verified',
  followUp: FollowUp,
  by: Actor,
  rules: readonly AppliedRule[] = [],
): Act {
  const { id, state, assessmentId, indicator, recommendationId, councilId, bodyId, dueOn, verdict } = followUp;
  const data = { state, assessmentId, indicator, recommendationId, councilId, bodyId, dueOn, verdict };
  return { what, subject: { kind: 'follow-up', id }, by, rules, data };
}
