import type { JSX } from 'preact';
import type { EarlierAnswerResponse, LinkedProvisions } from '../../comments/index.js';
import type { ReportText } from '../../reports/index.js';
import { CommentView, type ShownComment } from '../comments/comment-view.js';
import type { PageContext } from '../frame/index.js';

interface ReportTextProps {
  readonly ctx: PageContext;
  readonly consultationId: string;
  readonly text: ReportText;
  /** Where answers lead to. */
  readonly linked: LinkedProvisions;
}

/** A text of a report: the first of its comments as it is shown everywhere, and how many there are. */
export function ReportTextView({ ctx, consultationId, text, linked }: ReportTextProps): JSX.Element {
  const { comments } = text;
  const earlier = text.earlierAnswers.map(readEarlier);
  const comment: ShownComment = { ...text, id: text.commentId, consultationId, state: 'answered', place: null };
  return (
    <div class="kenes-list__item">
      {comments > 1 && (
        <p class="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1">
          {ctx.t('portal.report.copies', { count: comments })}
        </p>
      )}
      <CommentView ctx={ctx} comment={comment} earlier={earlier} linked={linked} level={3} anchored />
      <Placed ctx={ctx} consultationId={consultationId} text={text} />
    </div>
  );
}

/** What the text is about, and where its copies are. */
function Placed({ ctx, consultationId, text }: Omit<ReportTextProps, 'linked'>): JSX.Element | null {
  const { comments, groupId, provisionNumber, versionNumber, number } = text;
  const group = comments > 1 ? groupId : null;
  if (provisionNumber === null && group === null) return null;
  return (
    <p class="govuk-body-s kenes-list__facts">
      {provisionNumber !== null && (
        <span>{ctx.t('portal.report.place', { number: provisionNumber, version: versionNumber ?? 1 })}</span>
      )}
      {group !== null && (
        <span>
          <a class="govuk-link" href={ctx.url(`/consultations/${consultationId}/groups/${group}`)}>
            {ctx.t('portal.report.group')}
            <span class="govuk-visually-hidden">
              : {ctx.t('portal.comments.number', { number: ctx.format.number(number) })}
            </span>
          </a>
        </span>
      )}
    </p>
  );
}

function readEarlier(answer: ReportText['earlierAnswers'][number]): EarlierAnswerResponse {
  return { ...answer, answeredAt: new Date(answer.answeredAt), replacedAt: new Date(answer.replacedAt) };
}
