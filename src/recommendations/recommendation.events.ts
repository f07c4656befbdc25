import type { Act } from '../platform/journal/index.js';
import type { Actor, AppliedRule } from '../platform/kernel/index.js';
import type { Recommendation } from './recommendation.entity.js';

/** An act on a recommendation; all are public. */
export function recommendationAct(
  what: `recommendation.${string}`,
  { id, councilId, bodyId }: Recommendation,
  by: Actor,
  { rules = [], data }: { readonly rules?: readonly AppliedRule[]; readonly data: Readonly<Record<string, unknown>> },
): Act {
  return { what, subject: { kind: RECOMMENDATION, id }, by, rules, data: { councilId, bodyId, ...data } };
}

/** The kind of record, as the journal and the registry of due dates name it. */
export const RECOMMENDATION = 'recommendation';
