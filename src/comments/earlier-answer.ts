import { newId } from '../platform/database/index.js';
import type { Answer, Comment } from './comment.entity.js';
import { EarlierAnswer } from './earlier-answer.entity.js';

/** The answer that stands under the comment, as it is kept once another takes its place. */
export function earlierOf(
  comment: Comment,
  number: number,
  change: Pick<EarlierAnswer, 'why' | 'replacedBy' | 'replacedAt'>,
): EarlierAnswer {
  const {
    id: commentId,
    outcome,
    reasons,
    answerProvisionId: provisionId,
    answeredBy,
    answeredAt,
    revisedAt,
  } = comment;
  const given = { outcome, reasons, provisionId, answeredBy, answeredAt: revisedAt ?? answeredAt };
  return Object.assign(new EarlierAnswer(), { id: newId(), commentId, number, ...given, ...change });
}

/** True when the new answer is the one that stands: then there is nothing to change. */
export function saysTheSame(earlier: EarlierAnswer, { outcome, reasons, provisionId = null }: Answer): boolean {
  const { kk, ru, en } = earlier.reasons;
  if (earlier.outcome !== outcome || earlier.provisionId !== provisionId) return false;
  return kk === reasons.kk && ru === reasons.ru && en === reasons.en;
}
