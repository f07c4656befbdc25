import type { Act } from '../platform/journal/index.js';
import type { Actor, AppliedRule, LocalDate } from '../platform/kernel/index.js';
import type { RuleValue } from '../rulebook/index.js';
import type { Council, CouncilChange } from './council.entity.js';
import type { Convocation } from './convocation.entity.js';

/** Values before and after, of the fields that changed. */
export type CouncilDifference = Readonly<Record<string, { from: unknown; to: unknown }>>;

/** The authority established a council, with its first convocation. */
export function councilEstablished(council: Council, first: Convocation, by: Actor, rules: AppliedRule[]): Act {
  const { id, level, kind, bodyId, territoryId, seats, foundedOn } = council;
  const { id: convocationId, untilOn } = first;
  const data = { level, kind, bodyId, territoryId, seats, foundedOn, convocationId, untilOn };
  return { what: 'council.established', subject: { kind: 'council', id }, by, rules, data };
}

/** The authority changed what is recorded of a council. */
export function councilEdited(id: string, changes: CouncilDifference, by: Actor, rules: AppliedRule[]): Act {
  return { what: 'council.edited', subject: { kind: 'council', id }, by, rules, data: { changes } };
}

/** A council began to work, with the composition it had then. */
export function councilActivated(
  { id, activatedOn, seats }: Council,
  { members, civilSociety, stateBody }: { members: number; civilSociety: number; stateBody: number },
  by: Actor,
  rules: AppliedRule[],
): Act {
  const data = { activatedOn, seats, members, civilSociety, stateBody };
  return { what: 'council.activated', subject: { kind: 'council', id }, by, rules, data };
}

/** A council was dissolved. */
export function councilDissolved({ id, dissolvedOn }: Council, by: Actor): Act {
  return { what: 'council.dissolved', subject: { kind: 'council', id }, by, data: { dissolvedOn } };
}

/** A council decided on a value of a rule. */
export function councilRuleDecided(
  councilId: string,
  ruleId: string,
  decision: { from: RuleValue; to: RuleValue; decidedOn: LocalDate; agendaItemId: string | null },
  by: Actor,
  rules: AppliedRule[],
): Act {
  const data = { rule: ruleId, ...decision };
  return { what: 'council.rule-decided', subject: { kind: 'council', id: councilId }, by, rules, data };
}

/** The next convocation of a council was opened; the one before ends the day before it. */
export function convocationOpened(one: Convocation, by: Actor, rules: AppliedRule[]): Act {
  const { id: convocationId, number, fromOn, untilOn } = one;
  const data = { convocationId, number, fromOn, untilOn };
  return { what: 'council.convocation-opened', subject: { kind: 'council', id: one.councilId }, by, rules, data };
}

/** The fields that a change makes different. Of the regulation, a long text, only whether there is one. */
export function differenceOf(before: CouncilChange, change: CouncilChange): CouncilDifference {
  const keys = Object.keys(change) as (keyof CouncilChange)[];
  const changed = keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(change[key]));
  const shown = (key: keyof CouncilChange, value: unknown) => (key === 'regulation' ? value !== null : value);
  return Object.fromEntries(
    changed.map((key) => [key, { from: shown(key, before[key]), to: shown(key, change[key]) }]),
  );
}
