import { invalidAt, notPossibleNow, type AppliedRule, type LocalDate } from '../platform/kernel/index.js';
import { CONSULTATION } from './consultation.lifecycle.js';
import type { Consultation } from './consultation.entity.js';

/** The rule that a consultative document precedes a draft law, or an exemption is named. */
export const EARLY_ENGAGEMENT = 'K10';

type EarlyParts = Pick<Consultation, 'stage' | 'actType' | 'consultativeDocumentId' | 'exemption'>;

/** True for draft laws: what is decided by another act is discussed as it is. */
export function needsEarlyEngagement({ stage, actType }: Pick<EarlyParts, 'stage' | 'actType'>): boolean {
  return stage === 'draft' && actType === 'law';
}

/** What is known of a consultative document when a draft law is linked to it. */
export interface LinkedDocument {
  readonly bodyId: string;
  readonly stage: string;
  readonly state: string;
  readonly publishedOn: LocalDate | null;
}

/** Throws `invalid` for an exemption beside a document, and for what is no public consultative document of the body. */
export function refuseWrongLink(
  { consultativeDocumentId, exemption, bodyId }: EarlyParts & Pick<Consultation, 'bodyId'>,
  linked: LinkedDocument | undefined,
): void {
  if (consultativeDocumentId === null) return;
  if (exemption !== null) throw invalidAt('/exemption', 'document-and-exemption');
  const code = linkFault(linked, bodyId);
  if (code) throw invalidAt('/consultativeDocumentId', code);
}

function linkFault(linked: LinkedDocument | undefined, bodyId: string): string | undefined {
  // Whether there is a draft of another body is not told.
  if (!linked || (linked.publishedOn === null && linked.bodyId !== bodyId)) return 'not-found';
  if (linked.stage !== 'consultative_document') return 'not-consultative-document';
  if (linked.bodyId !== bodyId) return 'document-of-another-body';
  return linked.publishedOn === null || linked.state === 'withdrawn' ? 'document-not-public' : undefined;
}

/** Throws `not-possible-now` naming field, rule and article for a draft law that nothing precedes (K10). */
export function refuseLateEngagement(consultation: EarlyParts, rule: AppliedRule): void {
  const { consultativeDocumentId, exemption } = consultation;
  if (!needsEarlyEngagement(consultation) || consultativeDocumentId !== null || exemption !== null) return;
  throw notPossibleNow('early-engagement-missing', {
    state: 'draft',
    possible: CONSULTATION.possible('draft').filter((move) => move !== 'publication'),
    rule,
    params: { rule: rule.id },
    errors: [{ pointer: '/consultativeDocumentId', code: 'early-engagement-missing' }],
  });
}
