import type { JSX } from 'preact';
import { MeasureRequest, type FollowUpResponse } from '../../follow-ups/index.js';
import type { RecommendationResponse } from '../../recommendations/index.js';
import { Button, Fieldset, InsetText, Input, SummaryList } from '../components/index.js';
import { Bilingual, Refusal, shortened } from '../desk/index.js';
import {
  EnterButton,
  type FilledForm,
  Form,
  FormOf,
  LocalizedParagraph,
  Name,
  type Names,
  type PageContext,
  RowButton,
  type RowList,
  rowsIn,
} from '../frame/index.js';

/** Steps on the way. */
export const MILESTONES: RowList = { list: 'milestones', leaf: 'name.kk' };

/** A measure that the body promised after a recommendation. */
export const PROMISE = new FormOf(MeasureRequest, { empty: { dueOn: 'portal.desk.promise.dueEmpty' } });

interface PromiseProps {
  readonly ctx: PageContext;
  readonly names: Names;
  readonly recommendation: RecommendationResponse;
  /** What was promised after it already. */
  readonly followUps: readonly FollowUpResponse[];
  readonly filled: FilledForm;
}

/** A recommendation that was accepted, and the form of a measure promised after it. */
export function PromiseBody(props: PromiseProps): JSX.Element {
  const { ctx, names, recommendation, filled } = props;
  const { id, bodyId, text, reasons, decision, answeredOn } = recommendation;
  const isAccepted = decision === 'accepted' || decision === 'partly';
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <Refusal filled={filled} />
        <h1 class="govuk-heading-xl">{ctx.t('portal.desk.promise.title')}</h1>
        <SummaryList
          rows={[
            { key: ctx.t('portal.desk.reply.body'), value: <Name ctx={ctx} names={names} id={bodyId} /> },
            { key: ctx.t('portal.desk.reply.text'), value: <LocalizedParagraph ctx={ctx} text={text} /> },
            decision !== null && {
              key: ctx.t('portal.desk.reply.decision'),
              value: ctx.t(`portal.desk.reply.decisions.${decision}`),
            },
            reasons && {
              key: ctx.t('portal.desk.reply.reasons'),
              value: <LocalizedParagraph ctx={ctx} text={reasons} />,
            },
            answeredOn !== null && {
              key: ctx.t('portal.desk.promise.answeredOn'),
              value: ctx.format.date(answeredOn),
            },
          ]}
        />
        <Promised {...props} />
        {isAccepted || filled.problem ? (
          <PromiseForm {...props} />
        ) : (
          <InsetText>{ctx.t('portal.desk.promise.notAccepted')}</InsetText>
        )}
        <p class="govuk-body">
          <a class="govuk-link" href={ctx.url(`/recommendations/${id}`)}>
            {ctx.t('portal.desk.reply.toPublic')}
          </a>
        </p>
      </div>
    </div>
  );
}

function Promised({ ctx, followUps }: PromiseProps): JSX.Element | null {
  if (followUps.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{ctx.t('portal.desk.promise.before')}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {followUps.map(({ id, measure, dueOn }) => (
          <li>
            <a class="govuk-link" href={ctx.url(`/follow-ups/${id}`)}>
              {shortened(ctx.text(measure))}
            </a>{' '}
            – {ctx.t('portal.follow-ups.until', { date: ctx.format.date(dueOn) })}
          </li>
        ))}
      </ul>
    </>
  );
}

function PromiseForm({ ctx, recommendation: { id, bodyId }, followUps, filled }: PromiseProps): JSX.Element {
  const action = `/desk/recommendations/${id}/measure`;
  const button = ctx.t('portal.desk.promise.button');
  return (
    <Form ctx={ctx} action={action} keeps={`promise ${id} ${followUps.length}`}>
      <EnterButton>{button}</EnterButton>
      <input type="hidden" name="bodyId" value={bodyId} />
      <Bilingual
        filled={filled}
        name="measure"
        label={ctx.t('portal.desk.promise.measure')}
        hint={ctx.t('portal.desk.promise.measureHint')}
        rows={4}
      />
      <Input
        {...filled.field('dueOn')}
        type="date"
        class="govuk-input--width-10"
        label={ctx.t('portal.follow-ups.dueOn')}
      />
      <Milestones filled={filled} action={ctx.url(action)} />
      <p class="govuk-body">{ctx.t('portal.desk.measure.atOnce')}</p>
      <Button preventDoubleClick>{button}</Button>
    </Form>
  );
}

function Milestones({ filled, action }: { readonly filled: FilledForm; readonly action: string }): JSX.Element {
  const { ctx } = filled;
  const rows = rowsIn(filled, MILESTONES);
  return (
    <>
      {Array.from({ length: rows }, (_, at) => (
        <Fieldset
          legend={ctx.t('portal.desk.promise.milestone', { number: at + 1 })}
          legendClass="govuk-fieldset__legend--s"
          attributes={{ id: `milestone-${at}` }}
        >
          <Bilingual
            filled={filled}
            name={`milestones[${at}].name`}
            label={ctx.t('portal.desk.promise.milestoneName')}
          />
          <Input
            {...filled.field(`milestones[${at}].dueOn`)}
            type="date"
            class="govuk-input--width-10"
            label={ctx.t('portal.desk.promise.milestoneDue')}
          />
          <RowButton act="remove" at={at}>
            {ctx.t('portal.desk.promise.milestoneRemove', { number: at + 1 })}
          </RowButton>
        </Fieldset>
      ))}
      <div>
        <RowButton act="add" at={rows} action={action} place={`milestone-${rows}`}>
          {ctx.t('portal.desk.promise.milestoneAdd')}
        </RowButton>
      </div>
    </>
  );
}
