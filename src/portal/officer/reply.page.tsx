import type { JSX } from 'preact';
import { DECISIONS, RecommendationReplyRequest, type RecommendationResponse } from '../../recommendations/index.js';
import type { Power } from '../../rulebook/index.js';
import { Button, Input, Radios, SummaryList, Tag } from '../components/index.js';
import { Bilingual, bilingualCompared, Refusal } from '../desk/index.js';
import {
  type FilledForm,
  Form,
  FormOf,
  Localized,
  LocalizedParagraph,
  Name,
  type Names,
  type PageContext,
} from '../frame/index.js';

/** The body's reply; reasons and signer are asked for by R3, so that its refusal names the article. */
export const REPLY = new FormOf(RecommendationReplyRequest, {
  optional: ['reasons'],
  empty: { decision: 'portal.desk.reply.decisionEmpty' },
});

interface ReplyProps {
  readonly ctx: PageContext;
  readonly names: Names;
  readonly recommendation: RecommendationResponse;
  readonly power: Power | undefined;
  readonly version: number | undefined;
  readonly filled: FilledForm;
}

/** A recommendation, and the form of the body's reply. */
export function ReplyBody(props: ReplyProps): JSX.Element {
  const { ctx, recommendation, filled } = props;
  const { id, text, moves = [], decision } = recommendation;
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <Refusal filled={filled} compared={comparedIn(props)} />
        <h1 class="govuk-heading-xl">{ctx.t('portal.desk.reply.title')}</h1>
        <Facts {...props} />
        <h2 class="govuk-heading-m">{ctx.t('portal.desk.reply.text')}</h2>
        <LocalizedParagraph ctx={ctx} text={text} />
        {moves.includes('reply') ? (
          <ReplyForm {...props} />
        ) : (
          <p class="govuk-body">
            {decision === null ? ctx.t('portal.desk.reply.notSent') : ctx.t('portal.desk.reply.answered')}{' '}
            <a class="govuk-link" href={ctx.url(`/recommendations/${id}`)}>
              {ctx.t('portal.desk.reply.toPublic')}
            </a>
          </p>
        )}
      </div>
    </div>
  );
}

function Facts({ ctx, names, recommendation, power }: ReplyProps): JSX.Element {
  const { councilId, bodyId, adoptedOn, sentOn, dueOn, replyRule, overdue } = recommendation;
  return (
    <SummaryList
      rows={[
        { key: ctx.t('portal.desk.reply.council'), value: <Name ctx={ctx} names={names} id={councilId} /> },
        { key: ctx.t('portal.desk.reply.body'), value: <Name ctx={ctx} names={names} id={bodyId} /> },
        power && {
          key: ctx.t('portal.desk.meeting.power'),
          value: (
            <>
              <Localized ctx={ctx} text={power.name} /> (<Localized ctx={ctx} text={power.basis} />)
            </>
          ),
        },
        { key: ctx.t('portal.desk.reply.adoptedOn'), value: ctx.format.date(adoptedOn) },
        sentOn !== null && { key: ctx.t('portal.desk.reply.sentOn'), value: ctx.format.date(sentOn) },
        dueOn !== null && {
          key: ctx.t('portal.desk.reply.dueOn'),
          value: (
            <>
              {ctx.format.date(dueOn)} {replyRule && ctx.t('portal.desk.reply.byRule', { rule: replyRule })}{' '}
              {overdue && <Tag colour="red">{ctx.t('portal.desk.reply.overdue')}</Tag>}
            </>
          ),
        },
      ]}
    />
  );
}

function ReplyForm({ ctx, recommendation: { id }, version, filled }: ReplyProps): JSX.Element {
  return (
    <Form ctx={ctx} action={`/desk/recommendations/${id}`} version={version} keeps={`reply ${id}`}>
      <Radios
        {...filled.choice('decision')}
        fieldset={{ legend: ctx.t('portal.desk.reply.decision'), legendClass: 'govuk-fieldset__legend--m' }}
        items={DECISIONS.map((value) => ({ value, text: ctx.t(`portal.desk.reply.decisions.${value}`) }))}
      />
      <ReasonsField filled={filled} />
      <Input
        {...filled.field('signedBy')}
        label={ctx.t('portal.desk.reply.signedBy')}
        hint={ctx.t('portal.desk.reply.signedByHint')}
      />
      <p class="govuk-body">{ctx.t('portal.desk.reply.final')}</p>
      <Button preventDoubleClick>{ctx.t('portal.desk.reply.button')}</Button>
    </Form>
  );
}

/** Reasons in both languages; that they are missing altogether is said once, above them. */
function ReasonsField({ filled }: { readonly filled: FilledForm }): JSX.Element {
  const { ctx } = filled;
  const missing = filled.error('reasons');
  return (
    <div id="reasons" class={missing ? 'govuk-form-group govuk-form-group--error' : undefined}>
      {missing && (
        <p class="govuk-error-message">
          <span class="govuk-visually-hidden">{missing.prefix}:</span> {missing.message}
        </p>
      )}
      <Bilingual
        filled={filled}
        name="reasons"
        label={ctx.t('portal.desk.reply.reasons')}
        hint={ctx.t('portal.desk.reply.reasonsHint')}
        rows={6}
      />
    </div>
  );
}

function comparedIn({ ctx, recommendation, filled }: ReplyProps) {
  const word = (decision: string | null | undefined): string =>
    decision ? ctx.t(`portal.desk.reply.decisions.${decision}`) : '–';
  return [
    {
      field: ctx.t('portal.desk.reply.decision'),
      stored: word(recommendation.decision),
      yours: word(filled.value('decision')),
    },
    ...bilingualCompared(filled, 'reasons', ctx.t('portal.desk.reply.reasons'), recommendation.reasons),
  ];
}
