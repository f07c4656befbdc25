import type { JSX } from 'preact';
import {
  AnswerRevisionRequest,
  OUTCOMES,
  type CommentResponse,
  type EarlierAnswerResponse,
  type LinkedProvisions,
  type OfferedProvision,
} from '../../comments/index.js';
import type { ConsultationRead } from '../../consultations/index.js';
import { AnswerView } from '../comments/comment-view.js';
import { Button, InsetText, Radios } from '../components/index.js';
import { Bilingual, bilingualCompared, Refusal } from '../desk/index.js';
import { type FilledForm, Form, FormOf, Localized, type PageContext } from '../frame/index.js';
import type { ShownFile } from '../files/file-list.js';
import { Said } from '../moderation/said.js';
import { AnswerProvisionField, comparedProvision } from './answer-provision.js';

/** Another answer in the place of the one that stands. */
export const REVISION = new FormOf(AnswerRevisionRequest, { empty: { outcome: 'portal.desk.answer.outcomeEmpty' } });

interface RevisionProps {
  readonly ctx: PageContext;
  readonly consultation: ConsultationRead;
  readonly comment: CommentResponse;
  readonly files: readonly ShownFile[];
  readonly earlier: readonly EarlierAnswerResponse[];
  /** Where an answer can lead to. */
  readonly offered: readonly OfferedProvision[];
  /** Where answers that were given lead to. */
  readonly linked: LinkedProvisions;
  readonly version: number | undefined;
  readonly filled: FilledForm;
}

/** A comment with the answer that stands, and the form that replaces it. */
export function RevisionBody(props: RevisionProps): JSX.Element {
  const { ctx, consultation, comment, earlier, linked, filled } = props;
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <Refusal filled={filled} compared={comparedIn(props)} />
        <span class="govuk-caption-xl">
          <Localized ctx={ctx} text={consultation.title} />
        </span>
        <h1 class="govuk-heading-xl">{ctx.t('portal.desk.revision.title', { number: comment.number })}</h1>
        <Said {...props} />
        {comment.answer && (
          <>
            <h2 class="govuk-heading-m">{ctx.t('portal.desk.revision.stands')}</h2>
            <AnswerView ctx={ctx} answer={comment.answer} earlier={earlier} linked={linked} />
          </>
        )}
        {comment.moves?.includes('revision') ? (
          <RevisionForm {...props} />
        ) : (
          <p class="govuk-body">{ctx.t(`portal.desk.revision.closed.${comment.state}`)}</p>
        )}
        <p class="govuk-body">
          <a class="govuk-link" href={ctx.url(`/desk/comments/${comment.id}`)}>
            {ctx.t('portal.desk.revision.back')}
          </a>
        </p>
      </div>
    </div>
  );
}

function RevisionForm({ ctx, comment: { id }, offered, version, filled }: RevisionProps): JSX.Element {
  const button = ctx.t('portal.desk.revision.button');
  const action = `/desk/comments/${id}/revision`;
  return <RevisionFields {...{ ctx, action, keeps: `revision ${id}`, button, offered, version, filled }} />;
}

interface RevisionFieldsProps extends Pick<RevisionProps, 'ctx' | 'offered' | 'version' | 'filled'> {
  readonly action: string;
  readonly keeps: string;
  readonly button: string;
}

/** The form of another answer: outcome, reasons, and why. */
export function RevisionFields(props: RevisionFieldsProps): JSX.Element {
  const { ctx, action, keeps, button, offered, version, filled } = props;
  return (
    <Form ctx={ctx} action={action} version={version} keeps={keeps}>
      <Radios
        {...filled.choice('outcome')}
        fieldset={{ legend: ctx.t('portal.desk.answer.outcome'), legendClass: 'govuk-fieldset__legend--m' }}
        items={OUTCOMES.map((value) => ({ value, text: ctx.t(`portal.desk.reply.decisions.${value}`) }))}
      />
      <Bilingual filled={filled} name="reasons" label={ctx.t('portal.desk.answer.reasons')} rows={5} />
      <AnswerProvisionField filled={filled} offered={offered} />
      <Bilingual filled={filled} name="why" label={ctx.t('portal.desk.revision.why')} rows={3} />
      <InsetText>{ctx.t('portal.desk.revision.kept')}</InsetText>
      <Button preventDoubleClick>{button}</Button>
    </Form>
  );
}

function comparedIn({ ctx, comment: { answer }, offered, filled }: RevisionProps) {
  const word = (outcome: string | undefined): string =>
    outcome ? ctx.t(`portal.desk.reply.decisions.${outcome}`) : '–';
  return [
    {
      field: ctx.t('portal.desk.answer.outcome'),
      stored: word(answer?.outcome),
      yours: word(filled.value('outcome')),
    },
    ...bilingualCompared(filled, 'reasons', ctx.t('portal.desk.answer.reasons'), answer?.reasons ?? null),
    comparedProvision(ctx, { filled, offered }, answer?.provisionId),
    ...bilingualCompared(filled, 'why', ctx.t('portal.desk.revision.why'), null),
  ];
}
