import type { JSX } from 'preact';
import type { AnswerFiguresResponse } from '../../answers/index.js';
import type { CommentsQuery, EarlierAnswers, FilesOfComments, LinkedProvisions } from '../../comments/index.js';
import type { ConsultationRead } from '../../consultations/index.js';
import { AnswerFigures } from '../comments/answer-figures.js';
import { CommentView, type ShownComment } from '../comments/comment-view.js';
import type { QuoteStandings } from '../comments/quote-standings.js';
import { type PageContext, Paging } from '../frame/index.js';
import { CommentsSearchForm } from '../search/search-form.js';

/** All comments of a discussion, with their answers. */
export function CommentsBody({
  ctx,
  consultation,
  query,
  items,
  next,
  answers,
  earlier,
  linked,
  files,
  standings,
}: CommentsProps): JSX.Element {
  const path = `/consultations/${consultation.id}/comments`;
  const { provision, state, after } = query;
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-xl">{ctx.t('portal.comments.title')}</h1>
        {provision !== undefined && (
          <p class="govuk-body">
            {ctx.t('portal.comments.filtered')}{' '}
            <a class="govuk-link" href={ctx.url(path)}>
              {ctx.t('portal.comments.all')}
            </a>
          </p>
        )}
        <p class="govuk-body">
          <a class="govuk-link" href={ctx.url(`/consultations/${consultation.id}/groups`)}>
            {ctx.t('portal.groups.toGroups')}
          </a>
        </p>
        <CommentsSearchForm ctx={ctx} consultation={consultation.id} />
        {items.length === 0 && <p class="govuk-body">{ctx.t('portal.comments.none')}</p>}
        {items.map((comment) => (
          <CommentView
            ctx={ctx}
            comment={comment}
            earlier={earlier.get(comment.id)}
            linked={linked}
            files={files.get(comment.id)}
            standing={standings.get(comment.id)}
            level={2}
            anchored
          />
        ))}
        <p class="govuk-body">
          <a class="govuk-link" href={ctx.url('/moderation', { body: consultation.bodyId })}>
            {ctx.t('portal.moderation.statistics.ofBody')}
          </a>
        </p>
        <Paging ctx={ctx} path={path} query={{ provision, state, after }} next={next} />
        {answers && <AnswerFigures ctx={ctx} figures={answers} level={2} />}
        {items.length > 0 && <Exports ctx={ctx} id={consultation.id} />}
      </div>
    </div>
  );
}

/** All comments as a file, whatever is shown here. */
function Exports({ ctx, id }: { readonly ctx: PageContext; readonly id: string }): JSX.Element {
  return (
    <section aria-labelledby="export">
      <h2 class="govuk-heading-m" id="export">
        {ctx.t('portal.comments.export.title')}
      </h2>
      <ul class="govuk-list">
        {EXPORTS.map(([name, file]) => (
          <li>
            <a class="govuk-link" href={`/api/v1/consultations/${id}/export/${file}`}>
              {ctx.t(`portal.comments.export.${name}`)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

const EXPORTS = [
  ['comma', 'comments.csv'],
  ['semicolon', 'comments.csv?separator=semicolon'],
  ['lines', 'comments.jsonl'],
] as const;

interface CommentsProps {
  readonly ctx: PageContext;
  readonly consultation: ConsultationRead;
  readonly query: CommentsQuery;
  readonly items: readonly ShownComment[];
  readonly next: string | null;
  /** Answers that stood before, by the ids of comments whose answer was changed. */
  readonly earlier: EarlierAnswers;
  /** Where answers lead to. */
  readonly linked: LinkedProvisions;
  readonly files: FilesOfComments;
  /** Where the words that they quote stand now. */
  readonly standings: QuoteStandings;
  readonly answers: AnswerFiguresResponse | undefined;
}
