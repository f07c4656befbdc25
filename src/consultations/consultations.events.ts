import type { Act } from '../platform/journal/index.js';
import type { Actor, AppliedRule } from '../platform/kernel/index.js';
import type { Consultation } from './consultation.entity.js';
import type { CouncilNotice } from './council-notice.entity.js';
import type { ConsultationDocument } from './document.entity.js';

/** Values before and after, of the fields that changed. */
export type ConsultationDifference = Readonly<Record<string, { from: unknown; to: unknown }>>;

/** What is said of a consultation is public from its publication on. */
function act(
  what: string,
  { id, publishedOn }: Pick<Consultation, 'id' | 'publishedOn'>,
  by: Actor,
  data: Record<string, unknown>,
  rules: readonly AppliedRule[] = [],
): Act {
  const subject = { kind: 'consultation', id };
  return { what: `consultation.${what}`, subject, by, data, rules, public: publishedOn !== null };
}

/** A body prepared a consultation; nobody else knows of it yet. */
export function consultationPrepared(consultation: Consultation, by: Actor): Act {
  const { bodyId, stage, actType, category, closesOn, publicService, specialRegime } = consultation;
  const data = { bodyId, stage, actType, category, closesOn, publicService, specialRegime };
  return act('prepared', consultation, by, data);
}

/** A body changed what it had prepared. */
export function consultationEdited(consultation: Consultation, changes: ConsultationDifference, by: Actor): Act {
  return act('edited', consultation, by, { changes });
}

/** A new version of the text was made. */
export function versionMade(consultation: Consultation, provisions: number, by: Actor): Act {
  return act('version-made', consultation, by, { number: consultation.currentVersion, provisions });
}

/** The comparative table of a version was set. */
export function comparativeTableSet(consultation: Consultation, rows: number, by: Actor): Act {
  return act('comparative-table-set', consultation, by, { number: consultation.currentVersion, rows });
}

/** The discussion was opened and the councils were notified. */
export function consultationPublished(
  consultation: Consultation,
  notices: readonly CouncilNotice[],
  by: Actor,
  rules: readonly AppliedRule[],
): Act {
  const { bodyId, stage, actType, category, publishedOn, closesOn, answersDueOn, currentVersion } = consultation;
  const councils = notices.map(({ councilId, opinionDueOn }) => ({ councilId, opinionDueOn }));
  const data = { bodyId, stage, actType, category, publishedOn, closesOn, answersDueOn, currentVersion, councils };
  return act('published', consultation, by, { ...data, ...precedingOf(consultation) }, rules);
}

/** What preceded a draft law; other acts need nothing. */
function precedingOf({ consultativeDocumentId, exemption }: Consultation): Record<string, unknown> {
  return {
    ...(consultativeDocumentId === null ? {} : { consultativeDocumentId }),
    ...(exemption === null ? {} : { exemption }),
  };
}

/** There is more time for comments; the reasons are read with the consultation. */
export function consultationExtended(consultation: Consultation, by: Actor, rules: readonly AppliedRule[]): Act {
  const { closesOn, answersDueOn, extensions } = consultation;
  return act('extended', consultation, by, { from: extensions.at(-1)?.from, closesOn, answersDueOn }, rules);
}

/** From now on comments are taken without an account too. */
export function commentsByEmailTaken(consultation: Consultation, by: Actor): Act {
  return act('comments-by-email-taken', consultation, by, {});
}

/** The body took its text back. */
export function consultationWithdrawn(consultation: Consultation, by: Actor): Act {
  return act('withdrawn', consultation, by, { withdrawnOn: consultation.withdrawnOn });
}

/** The completion report was published; its figures are in the report. */
export function consultationReported(
  consultation: Consultation,
  data: Record<string, unknown>,
  by: Actor,
  rules: readonly AppliedRule[],
): Act {
  return act('reported', consultation, by, data, rules);
}

/** The text was adopted as an act, or given up. */
export function consultationConcluded(consultation: Consultation, by: Actor): Act {
  const { concludedOn, result, adoptedAct } = consultation;
  const { number, adoptedOn, url } = adoptedAct ?? {};
  const adopted = adoptedAct ? { number, adoptedOn, url } : null;
  return act('concluded', consultation, by, { concludedOn, result, act: adopted });
}

/** The fields that a change makes different. */
export function differenceOf(before: Consultation, change: object): ConsultationDifference {
  const fields = Object.entries(change) as [string, unknown][];
  const was = (key: string): unknown => (before as unknown as Record<string, unknown>)[key];
  const changed = fields.filter(([key, to]) => JSON.stringify(was(key)) !== JSON.stringify(to));
  return Object.fromEntries(changed.map(([key, to]) => [key, { from: was(key), to }]));
}

/** A document was put to the draft; the hash proves its bytes. */
export function documentAdded(
  consultation: Consultation,
  { id: documentId, kind, replacesId }: ConsultationDocument,
  hash: string,
  by: Actor,
): Act {
  const what = replacesId === null ? 'document-added' : 'document-replaced';
  return act(what, consultation, by, { documentId, kind, hash, ...(replacesId === null ? {} : { replacesId }) });
}

/** A document was taken away before anybody knew of the draft. */
export function documentRemoved(consultation: Consultation, { id: documentId }: ConsultationDocument, by: Actor): Act {
  return act('document-removed', consultation, by, { documentId });
}
