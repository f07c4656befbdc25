import {
  FollowUpCompletionRequest,
  FollowUpProgressRequest,
  FollowUpRefusalRequest,
  FollowUpVerificationRequest,
} from '../../follow-ups/index.js';
import type { FormBody } from '../../platform/http/index.js';
import { invalidAt } from '../../platform/kernel/index.js';
import { FormOf, type FormShape, type RowList } from '../frame/index.js';

/** What a body may report of a measure it owes. */
export const REPORTS = ['progress', 'completion'] as const;

export type ReportKind = (typeof REPORTS)[number];

/** Which of the two is reported. */
export const KIND_FIELD = 'kind';

/** Evidence, each with a title and an address. */
export const EVIDENCE: RowList = { list: 'evidence', leaf: 'title' };

/** Where it is said that there is no evidence. */
const FIRST_EVIDENCE = 'evidence[0].title';

const HOW: FormShape = { aside: [KIND_FIELD], empty: { [FIRST_EVIDENCE]: 'portal.desk.measure.evidenceEmpty' } };

const COMPLETION = new FormOf(FollowUpCompletionRequest, HOW);

/** What a body reports; its kind decides which request of the API it is. */
class ReportForm extends FormOf<FollowUpProgressRequest> {
  override read(body: FormBody): FollowUpProgressRequest {
    return reportKind(body) === 'completion' ? COMPLETION.read(body) : super.read(body);
  }

  override fieldAt(body: FormBody, pointer: string): string | undefined {
    return pointer === '/evidence' ? FIRST_EVIDENCE : super.fieldAt(body, pointer);
  }
}

export const REPORT = new ReportForm(FollowUpProgressRequest, HOW);

/** Which of the two a form reports. Throws `invalid` for neither. */
export function reportKind(body: FormBody): ReportKind {
  const kind = REPORTS.find((one) => one === body.get(KIND_FIELD));
  if (kind === undefined) throw invalidAt(`/${KIND_FIELD}`, 'choice-unknown', { choices: REPORTS.join(', ') });
  return kind;
}

/** Why a body refuses. */
export const REFUSAL = new FormOf(FollowUpRefusalRequest);

/** What the council found. */
export const VERIFICATION = new FormOf(FollowUpVerificationRequest, {
  empty: { verdict: 'portal.desk.verify.verdictEmpty' },
});
