import type { Act } from '../platform/journal/index.js';
import type { Actor, AppliedRule } from '../platform/kernel/index.js';
import type { Minutes } from './minutes.entity.js';
import { isPublicEdition } from './minutes.lifecycle.js';

/** An act on an edition of minutes; public from its publication on. */
export function minutesAct(
  what: `minutes.${string}`,
  { id, meetingId, edition, state }: Minutes,
  by: Actor,
  {
    rules = [],
    data = {},
  }: { readonly rules?: readonly AppliedRule[]; readonly data?: Readonly<Record<string, unknown>> } = {},
): Act {
  const subject = { kind: 'minutes', id };
  return { what, subject, by, rules, data: { meetingId, edition, ...data }, public: isPublicEdition(state) };
}
