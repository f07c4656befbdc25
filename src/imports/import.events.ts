import type { Consultation } from '../consultations/index.js';
import type { Comment } from '../comments/index.js';
import type { Act } from '../platform/journal/index.js';
import type { Actor, AppliedRule } from '../platform/kernel/index.js';
import type { Import } from './import.entity.js';

function about(what: string, { id }: Consultation, by: Actor, data: Act['data'], rules: readonly AppliedRule[]): Act {
  return { what: `consultation.${what}`, subject: { kind: 'consultation', id }, by, rules, data: data ?? {} };
}

/** A discussion held on the national portal was taken over, with its own dates and what they broke. */
export function consultationImported(
  consultation: Consultation,
  { source, externalId, languages }: Import,
  provisions: number,
  by: Actor,
  rules: readonly AppliedRule[],
): Act {
  const { state, bodyId, actType, category, publishedOn, closesOn, breaches } = consultation;
  const facts = { state, bodyId, actType, category, publishedOn, closesOn, breaches, provisions };
  return about('imported', consultation, by, { source, externalId, languages, ...facts }, rules);
}

/** Another page of it was read: what that page said and the record had not. */
export function consultationSupplemented(
  consultation: Consultation,
  { source, externalId, languages }: Import,
  fields: readonly string[],
  by: Actor,
  rules: readonly AppliedRule[],
): Act {
  const { state, closesOn, breaches } = consultation;
  const facts = { state, closesOn, breaches };
  return about('supplemented', consultation, by, { source, externalId, languages, fields, ...facts }, rules);
}

/** A comment was taken over, with what became of it; the hash proves its text. */
export function commentImported(comment: Comment, by: Actor): Act {
  const { id, consultationId, language, channel, textHash, outcome } = comment;
  const acceptedAt = comment.acceptedAt.toISOString();
  const data = { consultationId, language, channel, textHash, acceptedAt, outcome };
  return { what: 'comment.imported', subject: { kind: 'comment', id }, by, data };
}
