import {
  STATES_FOR_DISPUTES,
  STATES_FOR_JUDGEMENTS,
  STATES_FOR_VALUES,
  type AssessmentState,
} from './assessment.lifecycle.js';
import { JUDGED } from './review.policy.js';

interface Source {
  readonly source: string;
}

/** Whether a value may be entered; while a reply is awaited only a disputed one, so that no other changes unseen. */
export function isValueOpen(
  state: AssessmentState,
  { source }: Source,
  entry?: { readonly dispute: unknown },
): boolean {
  if (!STATES_FOR_VALUES.includes(state)) return false;
  return state !== 'awaiting_reply' || (source !== JUDGED && Boolean(entry?.dispute));
}

/** Whether the assessed body may dispute; only what was entered can be. */
export function isDisputeOpen(state: AssessmentState, entry: object | undefined): boolean {
  return STATES_FOR_DISPUTES.includes(state) && entry !== undefined;
}

/** Whether assessors judge an indicator now; not one that was settled otherwise. */
export function isJudgementOpen(state: AssessmentState, { source }: Source, entry: object | undefined): boolean {
  return STATES_FOR_JUDGEMENTS.includes(state) && source === JUDGED && entry === undefined;
}
