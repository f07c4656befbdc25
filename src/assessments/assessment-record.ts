import { FORMULA_IN_WORDS, type MethodologyRead } from '../methodologies/index.js';
import type { Carried, StoredJudgement, StoredValue } from './assessment-parts.queries.js';
import type { Assessment } from './assessment.entity.js';
import type { AssessedValueResponse, AssessmentResponse, JudgementResponse } from './assessments.responses.js';
import { mixOf, type Assessor } from './review.policy.js';
import { twoPlaces, type Workings } from './workings.policy.js';

/** All that an assessment's page shows. */
export interface Whole {
  readonly assessment: Assessment;
  readonly methodology: MethodologyRead;
  readonly assessors: readonly Assessor[];
  readonly values: readonly StoredValue[];
  readonly judgements: readonly StoredJudgement[];
  readonly carried: readonly Carried[];
  readonly workings: Workings;
}

/** The page without what depends on the reader. */
export type AssessmentRecord = Omit<AssessmentResponse, 'moves'>;

const UNDER_REVIEW = ['planned', 'collecting', 'in_review'];

/** The page of an assessment. Assessors' scores are shown when all have judged, so that nobody follows another. */
export function recordOf(whole: Whole): AssessmentRecord {
  const { assessment, methodology, assessors, workings } = whole;
  const { id, state, edition, correction, methodologyId, bodyId, councilId, from, to } = assessment;
  const { civilSociety } = mixOf(assessors);
  return {
    id,
    state,
    version: edition,
    correction,
    methodologyId,
    methodologyVersion: methodology.edition,
    formulaText: FORMULA_IN_WORDS[methodology.formula],
    bodyId,
    councilId,
    from,
    to,
    score: twoPlaces(workings.total.score),
    coverage: twoPlaces(workings.total.coverage) ?? '0.00',
    rounding: 'half-even, 2 places',
    dimensions: workings.dimensions.map((one) => ({ ...one, score: twoPlaces(one.score) })),
    values: workings.values.map((value) => valueOf(value, whole)),
    assessors: { members: assessors.length, civilSociety, memberIds: assessors.map(({ memberId }) => memberId) },
    ...replyOf(assessment),
  };
}

function replyOf(
  assessment: Assessment,
): Pick<AssessmentResponse, 'replyRequestedOn' | 'dueOn' | 'provisional' | 'reply' | 'adoptedOn' | 'publishedAt'> {
  const { replyRequestedOn, dueOn, provisional, reply, repliedAt, adoptedOn, publishedAt } = assessment;
  const shown = reply && repliedAt ? { ...reply, repliedAt } : null;
  return { replyRequestedOn, dueOn, provisional, reply: shown, adoptedOn, publishedAt };
}

function valueOf(
  { indicator, status, raw, normalized, evidence }: Workings['values'][number],
  { assessment, values, judgements, carried }: Whole,
): AssessedValueResponse {
  const isCarried = status === 'missing' && raw !== null;
  const own = <T extends { readonly indicator: string }>(parts: readonly T[]): T[] =>
    parts.filter((part) => part.indicator === indicator);
  const [source] = isCarried ? own(carried) : [];
  return {
    indicator,
    status,
    value: isCarried ? null : raw,
    score: twoPlaces(normalized),
    carriedFrom: source?.assessmentId ?? null,
    evidence,
    dispute: own(values)[0]?.dispute ?? null,
    judgements: own(judgements)
      .filter(() => !UNDER_REVIEW.includes(assessment.state))
      .map(shownJudgement),
  };
}

function shownJudgement({ memberId, score, grounds }: StoredJudgement): JudgementResponse {
  return { memberId, score, grounds };
}
