import type { Act } from '../platform/journal/index.js';
import type { Actor, AppliedRule } from '../platform/kernel/index.js';
import type { AgendaItem } from './agenda-item.entity.js';
import type { Meeting } from './meeting.entity.js';
import type { Presence } from './quorum.policy.js';
import type { Ballot } from './tally.policy.js';

type Data = Readonly<Record<string, unknown>>;

/** An act on a meeting; public from the announcement on. */
export function meetingAct(
  what: `meeting.${string}`,
  meeting: Meeting,
  by: Actor,
  { rules = [], data = {} }: { readonly rules?: readonly AppliedRule[]; readonly data?: Data } = {},
): Act {
  const { id, councilId, isPublic } = meeting;
  return { what, subject: { kind: 'meeting', id }, by, rules, data: { councilId, ...data }, public: isPublic };
}

/** An act on an item of an agenda; public with its meeting. */
export function agendaItemAct(
  what: `agenda-item.${string}`,
  { meeting, item }: { readonly meeting: Meeting; readonly item: AgendaItem },
  by: Actor,
  { rules = [], data = {} }: { readonly rules?: readonly AppliedRule[]; readonly data?: Data } = {},
): Act {
  const subject = { kind: 'agenda-item', id: item.id };
  return { what, subject, by, rules, data: { meetingId: meeting.id, ...data }, public: meeting.isPublic };
}

/** Names and texts of people stay out of the journal: of these fields it says only that they changed. */
const WORDED: readonly string[] = ['title', 'place', 'rapporteur', 'speakers', 'materials'];

/** The fields that differ, each with its value before and after. */
export function changes(before: object, after: object, fields: readonly string[]): Data {
  const value = (thing: object, field: string): unknown => (thing as Record<string, unknown>)[field] ?? null;
  const differing = fields.filter(
    (field) => JSON.stringify(value(before, field)) !== JSON.stringify(value(after, field)),
  );
  return Object.fromEntries(
    differing.map((field) => [
      field,
      WORDED.includes(field) ? 'changed' : { from: value(before, field), to: value(after, field) },
    ]),
  );
}

/** Attendance as the journal tells it. */
export function presences(records: readonly Presence[]): Data[] {
  return records.map(({ memberId, status, arrivedAt, leftAt }) => ({ memberId, status, arrivedAt, leftAt }));
}

/** Ballots as the journal tells them. */
export function ballots(votes: readonly Ballot[]): Data[] {
  return votes.map(({ memberId, choice }) => ({ memberId, choice }));
}
