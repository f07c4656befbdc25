import type { Act } from '../platform/journal/index.js';
import type { Actor, AppliedRule } from '../platform/kernel/index.js';
import type { Breach } from './composition.policy.js';
import type { Member } from './member.entity.js';
import type { MemberRole } from './member-role.entity.js';
import type { Organization } from './organization.entity.js';

/** A person was given a seat. */
export function memberAppointed(member: Member, by: Actor, rules: AppliedRule[]): Act {
  const { id, councilId, convocationId, personId, seat, organizationId, sinceOn, untilOn } = member;
  const data = { councilId, convocationId, personId, seat, organizationId, sinceOn, untilOn };
  return { what: 'member.appointed', subject: { kind: 'member', id }, by, rules, data };
}

/** A membership ended before its term; `breaches` is what that did to the composition. */
export function memberEnded(member: Member, breaches: readonly Breach[], by: Actor, rules: AppliedRule[]): Act {
  const { id, councilId, seat, endedOn, endReason, agendaItemId } = member;
  const data = { councilId, seat, endedOn, reason: endReason, agendaItemId, breaches };
  return { what: 'member.ended', subject: { kind: 'member', id }, by, rules, data };
}

/** A member was given a role. */
export function roleGiven(councilId: string, one: MemberRole, by: Actor, rules: AppliedRule[]): Act {
  const { id: roleId, memberId: id, role, sinceOn, untilOn } = one;
  const data = { councilId, roleId, role, sinceOn, untilOn };
  return { what: 'member.role-given', subject: { kind: 'member', id }, by, rules, data };
}

/** A role of a member ended. */
export function roleEnded(councilId: string, one: MemberRole, from: string | null, by: Actor): Act {
  const { id: roleId, memberId: id, role, untilOn } = one;
  const data = { councilId, roleId, role, untilOn: { from, to: untilOn } };
  return { what: 'member.role-ended', subject: { kind: 'member', id }, by, data };
}

/** An organisation was recorded. */
export function organizationRecorded({ id, kind }: Organization, by: Actor): Act {
  return { what: 'organization.recorded', subject: { kind: 'organization', id }, by, data: { kind } };
}
