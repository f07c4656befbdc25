import type { Act } from '../platform/journal/index.js';
import type { Actor, AppliedRule } from '../platform/kernel/index.js';
import { breachesOf } from './opinion.deadlines.js';
import type { Opinion } from './opinion.entity.js';

/** The kind of record, as the journal and the registry of due dates name it. */
export const OPINION = 'opinion';

function act(what: string, opinion: Opinion, by: Actor, rules: readonly AppliedRule[], data: object): Act {
  const { id, consultationId, councilId, bodyId, channel } = opinion;
  const subject = { kind: OPINION, id };
  return { what: `opinion.${what}`, subject, by, rules, data: { consultationId, councilId, bodyId, channel, ...data } };
}

/** A council gave its opinion, or what an organisation sent on paper was entered. */
export function opinionGiven(opinion: Opinion, by: Actor, rules: readonly AppliedRule[]): Act {
  const { stance, draftVersion, agendaItemId, receivedOn, enteredOn, termEndsOn, late, dueOn, provisional } = opinion;
  const data = { stance, draftVersion, agendaItemId, receivedOn, enteredOn, termEndsOn, late, dueOn, provisional };
  return act(opinion.councilId === null ? 'entered' : 'given', opinion, by, rules, data);
}

/** The body answered. */
export function opinionAnswered(opinion: Opinion, by: Actor, rules: readonly AppliedRule[]): Act {
  const { answeredOn, decision } = opinion;
  const late = breachesOf(opinion).some(({ rule }) => rule === 'K3');
  return act('answered', opinion, by, rules, { answeredOn, decision, late });
}
