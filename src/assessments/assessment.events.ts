import type { Act } from '../platform/journal/index.js';
import type { Actor, AppliedRule } from '../platform/kernel/index.js';
import type { Assessment } from './assessment.entity.js';

/** Acts before publication: recorded, but not public. */
export type AssessmentAct =
  | 'assessment.planned'
  | 'assessment.collection-begun'
  | 'assessment.value-entered'
  | 'assessment.value-disputed'
  | 'assessment.review-opened'
  | 'assessment.judged'
  | 'assessment.reply-requested'
  | 'assessment.replied'
  | 'assessment.adopted'
  | 'assessment.publication-scheduled'
  | 'assessment.correction-begun';

/** An act on an assessment that is not public yet, or not again yet. */
export function assessmentEvent(
  what: AssessmentAct,
  { id, edition }: Pick<Assessment, 'id' | 'edition'>,
  by: Actor,
  { rules = [], data = {} }: { rules?: readonly AppliedRule[]; data?: Readonly<Record<string, unknown>> } = {},
): Act {
  return { what, subject: { kind: 'assessment', id }, by, rules, data: { version: edition, ...data }, public: false };
}

/** What was published, when everybody could read it, and which indicators are weak (A2.threshold). */
export interface PublishedEdition {
  readonly assessmentId: string;
  readonly number: number;
  readonly bodyId: string;
  readonly councilId: string;
  readonly methodologyId: string;
  readonly score: string | null;
  readonly weak: readonly string[];
  readonly publishedAt: Date;
  readonly gapsDueOn: string;
}

/** A version of an assessment became public. */
export function assessmentPublished(edition: PublishedEdition, rules: readonly AppliedRule[], by: Actor): Act {
  const { assessmentId: id, number, publishedAt, gapsDueOn: dueOn, ...data } = edition;
  return {
    what: 'assessment.published',
    subject: { kind: 'assessment', id },
    by,
    rules,
    data: { version: number, ...data, publishedAt: publishedAt.toISOString(), dueOn },
  };
}
