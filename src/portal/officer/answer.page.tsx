import type { JSX } from 'preact';
import { AnswerRequest, OUTCOMES, type CommentResponse, type OfferedProvision } from '../../comments/index.js';
import type { ConsultationRead, DraftResponse } from '../../consultations/index.js';
import { Button, Details, InsetText, Radios } from '../components/index.js';
import { Bilingual, bilingualCompared, Refusal } from '../desk/index.js';
import { FileList, type ShownFile } from '../files/file-list.js';
import {
  type FilledForm,
  Form,
  FormOf,
  Localized,
  LocalizedParagraph,
  type PageContext,
  type QueryValues,
} from '../frame/index.js';
import { Notice } from '../moderation/notice.js';
import { Said } from '../moderation/said.js';
import { AnswerProvisionField, comparedProvision } from './answer-provision.js';

/** The body's answer to a comment. */
export const ANSWER = new FormOf(AnswerRequest, { empty: { outcome: 'portal.desk.answer.outcomeEmpty' } });

interface AnswerProps {
  readonly ctx: PageContext;
  readonly consultation: ConsultationRead;
  readonly comment: CommentResponse;
  readonly provision: DraftResponse['provisions'][number] | undefined;
  readonly version: number | undefined;
  /** Where an answer can lead to. */
  readonly offered: readonly OfferedProvision[];
  readonly unanswered: number;
  /** What came with the comment, as far as the officer may have it. */
  readonly files: readonly ShownFile[];
  readonly filled: FilledForm;
  /** The list that the work goes on in. */
  readonly query: QueryValues;
}

/** A comment with the provision it is about, and the form of the answer. */
export function AnswerBody(props: AnswerProps): JSX.Element {
  const { ctx, consultation, comment, provision, unanswered, filled } = props;
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <Refusal filled={filled} compared={comparedIn(props)} />
        <span class="govuk-caption-xl">
          <Localized ctx={ctx} text={consultation.title} />
        </span>
        <h1 class="govuk-heading-xl">{ctx.t('portal.desk.answer.title', { number: comment.number })}</h1>
        <p class="govuk-body">{ctx.t('portal.desk.answer.left', { count: unanswered })}</p>
        {provision && (
          <Details summary={ctx.t('portal.desk.answer.provision')} open>
            {provision.heading && <LocalizedParagraph ctx={ctx} text={provision.heading} />}
            <LocalizedParagraph ctx={ctx} text={provision.text} />
          </Details>
        )}
        <Said {...props} />
        <FileList ctx={ctx} files={props.files} own />
        {comment.concealment && <Notice ctx={ctx} notice={comment.concealment} />}
        {comment.receivedOn !== null && (
          <p class="govuk-body">
            <a class="govuk-link" href={ctx.url(`/desk/paper-comments/${comment.id}`)}>
              {ctx.t('portal.desk.paperComment.letter')}
            </a>
          </p>
        )}
        {comment.groupId !== null && (
          <p class="govuk-body">
            <a class="govuk-link" href={ctx.url(`/desk/consultations/${consultation.id}/groups/${comment.groupId}`)}>
              {ctx.t('portal.desk.groups.ofComment')}
            </a>
          </p>
        )}
        {comment.moves?.includes('answer') ? <AnswerForm {...props} /> : <Closed {...props} />}
        <p class="govuk-body">
          <a class="govuk-link" href={ctx.url(`/desk/consultations/${consultation.id}`)}>
            {ctx.t('portal.desk.answer.toAll')}
          </a>
          <br />
          <a class="govuk-link" href={ctx.url(`/desk/comments/${comment.id}/concealment`)}>
            {ctx.t('portal.moderation.desk.toConcealment')}
          </a>
        </p>
      </div>
    </div>
  );
}

/** Why there is no form, and the way to change the answer that stands. */
function Closed({ ctx, comment: { id, state, moves } }: AnswerProps): JSX.Element {
  return (
    <>
      <p class="govuk-body">{ctx.t(`portal.desk.answer.closed.${state}`)}</p>
      {moves?.includes('revision') && (
        <p class="govuk-body">
          <a class="govuk-link" href={ctx.url(`/desk/comments/${id}/revision`)}>
            {ctx.t('portal.desk.revision.to')}
          </a>
        </p>
      )}
    </>
  );
}

function AnswerForm({ ctx, comment: { id }, version, offered, filled, query }: AnswerProps): JSX.Element {
  return (
    <Form ctx={ctx} action={`/desk/comments/${id}`} query={query} version={version} keeps={`answer ${id}`}>
      <Radios
        {...filled.choice('outcome')}
        fieldset={{ legend: ctx.t('portal.desk.answer.outcome'), legendClass: 'govuk-fieldset__legend--m' }}
        items={OUTCOMES.map((value) => ({ value, text: ctx.t(`portal.desk.reply.decisions.${value}`) }))}
      />
      <Bilingual filled={filled} name="reasons" label={ctx.t('portal.desk.answer.reasons')} rows={5} />
      <AnswerProvisionField filled={filled} offered={offered} />
      <InsetText>{ctx.t('portal.desk.answer.final')}</InsetText>
      <Button preventDoubleClick>{ctx.t('portal.desk.answer.button')}</Button>
    </Form>
  );
}

function comparedIn({ ctx, comment, offered, filled }: AnswerProps) {
  const word = (outcome: string | undefined): string =>
    outcome ? ctx.t(`portal.desk.reply.decisions.${outcome}`) : '–';
  return [
    {
      field: ctx.t('portal.desk.answer.outcome'),
      stored: word(comment.answer?.outcome),
      yours: word(filled.value('outcome')),
    },
    ...bilingualCompared(filled, 'reasons', ctx.t('portal.desk.answer.reasons'), comment.answer?.reasons ?? null),
    comparedProvision(ctx, { filled, offered }, comment.answer?.provisionId),
  ];
}
