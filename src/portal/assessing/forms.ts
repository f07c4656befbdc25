import {
  AssessmentCorrectionRequest,
  AssessmentPublicationRequest,
  AssessmentReplyRequest,
  AssessmentRequest,
  AssessmentReviewRequest,
  JudgementRequest,
  ValueDisputeRequest,
  ValueRequest,
} from '../../assessments/index.js';
import { FollowUpRequest } from '../../follow-ups/index.js';
import type { FormBody, FormField } from '../../platform/http/index.js';
import { invalidAt } from '../../platform/kernel/index.js';
import { instantOf, PreparedForm } from '../desk/index.js';
import { FormOf } from '../frame/index.js';

/** An assessment to open. */
export const PLAN = new FormOf(AssessmentRequest, {
  empty: {
    methodologyId: 'portal.assessing.plan.methodologyEmpty',
    bodyId: 'portal.assessing.plan.bodyEmpty',
    councilId: 'portal.assessing.plan.councilEmpty',
    from: 'portal.assessing.plan.dateEmpty',
    to: 'portal.assessing.plan.dateEmpty',
  },
});

/** A value with its evidence; rows of evidence that were left empty are no rows. */
export const VALUE = new PreparedForm(
  ValueRequest,
  {
    empty: { status: 'portal.assessing.value.statusEmpty' },
    said: {
      'value number-expected': 'portal.assessing.value.notNumber',
      'value value-not-with-status': 'portal.assessing.value.notWithStatus',
      'evidence[0].title too-few': 'portal.assessing.value.evidenceEmpty',
    },
  },
  (fields) => withPoint(fields, 'value'),
  (name) => (name === 'evidence' ? 'evidence[0].title' : name),
);

/** An assessor's score. */
export const JUDGEMENT = new PreparedForm(
  JudgementRequest,
  { empty: { score: 'portal.assessing.judgement.scoreEmpty', grounds: 'portal.assessing.judgement.groundsEmpty' } },
  (fields) => withPoint(fields, 'score'),
);

/** What the body says against a value. */
export const DISPUTE = new FormOf(ValueDisputeRequest);

/** Who judges; that somebody is no member is said of the whole choice. */
export const REVIEW = new PreparedForm(
  AssessmentReviewRequest,
  { lists: ['assessors'], empty: { assessors: 'portal.assessing.review.empty' } },
  (fields) => fields,
  (name) => (name.startsWith('assessors') ? 'assessors' : name),
);

/** The body's reply; indicators of which it says nothing are left out. */
export const REPLY = new PreparedForm(AssessmentReplyRequest, {}, saidOnly, (name) =>
  name.replace(/\.indicator$/, '.text.kk'),
);

/** Why a published version is corrected. */
export const CORRECTION = new FormOf(AssessmentCorrectionRequest);

/** Whether it becomes public at once or later. */
export const WHEN_FIELD = 'when';
export const WHENS = ['now', 'later'] as const;

/** The publication: now, or at a day and time of Kazakhstan. One of the two must be chosen. */
class PublicationForm extends PreparedForm<AssessmentPublicationRequest> {
  override read(body: FormBody): AssessmentPublicationRequest {
    const when = WHENS.find((one) => one === body.get(WHEN_FIELD));
    if (when === undefined) throw invalidAt(`/${WHEN_FIELD}`, 'choice-unknown', { choices: WHENS.join(', ') });
    if (when === 'later' && (body.get('at') ?? '') === '') throw invalidAt('/at', 'instant-expected');
    return super.read(body);
  }
}

export const PUBLICATION = new PublicationForm(
  AssessmentPublicationRequest,
  {
    aside: [WHEN_FIELD],
    empty: { [WHEN_FIELD]: 'portal.assessing.preview.whenEmpty' },
    said: { 'at instant-expected': 'portal.assessing.preview.atEmpty' },
  },
  (fields) => {
    const isNow = fields.some(([name, value]) => name === WHEN_FIELD && value === 'now');
    return fields.map(([name, value]) => (name === 'at' ? [name, isNow ? '' : instantOf(value)] : [name, value]));
  },
);

/** A measure for a weak indicator; body and indicator are those of the page. */
export const MEASURE = new FormOf(FollowUpRequest, { empty: { dueOn: 'portal.assessing.measure.dueOnEmpty' } });

/** Numbers are written with a comma in Kazakh and Russian; the API knows the point. */
function withPoint(fields: readonly FormField[], wanted: string): FormField[] {
  return fields.map(([name, value]) => [name, name === wanted ? value.trim().replace(',', '.') : value]);
}

function saidOnly(fields: readonly FormField[]): FormField[] {
  const rowOf = (name: string): string | undefined => /^remarks\[\d{1,3}\]/.exec(name)?.[0];
  const said = new Set(
    fields.flatMap(([name, value]) => (name.includes('.text.') && value !== '' ? [rowOf(name)] : [])),
  );
  return fields.filter(([name]) => {
    const row = rowOf(name);
    return row === undefined || said.has(row);
  });
}
