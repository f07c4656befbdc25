import type { JSX } from 'preact';
import type { ConsultationRead } from '../../consultations/index.js';
import { OpinionRequest, STANCES, type NoticeStandingResponse } from '../../opinions/index.js';
import { localDateOf } from '../../platform/kernel/index.js';
import type { RuleSet } from '../../rulebook/index.js';
import { Button, InsetText, Radios, Select, SummaryList } from '../components/index.js';
import { RuleNote } from '../councils/rule-note.js';
import { Bilingual, Refusal, shortened } from '../desk/index.js';
import { type FilledForm, Form, FormOf, Localized, Name, type Names, type PageContext } from '../frame/index.js';
import { standingText } from '../opinions/opinions-part.js';
import type { DecidedItem } from './opinion.queries.js';

/** The opinion; both languages are asked for by K6, so that its refusal names the article. */
export const OPINION = new FormOf(OpinionRequest, {
  empty: { stance: 'portal.desk.opinion.stanceEmpty' },
});

interface OpinionFormProps {
  readonly ctx: PageContext;
  readonly consultation: ConsultationRead;
  /** Of the council whose opinion it is. */
  readonly notice: NoticeStandingResponse;
  readonly items: readonly DecidedItem[];
  readonly rules: RuleSet;
  readonly names: Names;
  readonly filled: FilledForm;
}

/** A draft, until when the council's opinion is due, and the form of it. */
export function OpinionFormBody(props: OpinionFormProps): JSX.Element {
  const { ctx, consultation, notice, rules, filled } = props;
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <Refusal filled={filled} />
        <h1 class="govuk-heading-xl">{ctx.t('portal.desk.opinion.title')}</h1>
        <Facts {...props} />
        <RuleNote ctx={ctx} rule={rules.find(notice.termRule)} />
        {notice.standing === 'silent' && notice.opinionId === null && (
          <InsetText>{ctx.t('portal.desk.opinion.overText')}</InsetText>
        )}
        {isOpen(props) ? <OpinionForm {...props} /> : <Closed ctx={ctx} notice={notice} />}
        <p class="govuk-body">
          <a class="govuk-link" href={ctx.url(`/consultations/${consultation.id}`)}>
            {ctx.t('portal.desk.opinion.toDraft')}
          </a>
        </p>
      </div>
    </div>
  );
}

/** Given once; not on a text that was taken back, nor late on one that was concluded. */
function isOpen({ consultation: { state }, notice }: OpinionFormProps): boolean {
  if (notice.opinionId !== null || state === 'withdrawn') return false;
  return state !== 'concluded' || notice.standing === 'awaited';
}

function Closed({ ctx, notice }: Pick<OpinionFormProps, 'ctx' | 'notice'>): JSX.Element {
  if (notice.opinionId === null) return <p class="govuk-body">{ctx.t('portal.desk.opinion.closed')}</p>;
  return (
    <p class="govuk-body">
      {ctx.t('portal.desk.opinion.given')}{' '}
      <a class="govuk-link" href={ctx.url(`/opinions/${notice.opinionId}`)}>
        {ctx.t('portal.desk.opinion.toPublic')}
      </a>
    </p>
  );
}

function Facts({ ctx, consultation, notice, names }: OpinionFormProps): JSX.Element {
  return (
    <SummaryList
      rows={[
        { key: ctx.t('portal.opinions.draft'), value: <Localized ctx={ctx} text={consultation.title} /> },
        {
          key: ctx.t('portal.opinions.council'),
          value: <Name ctx={ctx} names={names} id={notice.councilId} />,
        },
        {
          key: ctx.t('portal.opinions.body'),
          value: <Name ctx={ctx} names={names} id={consultation.bodyId} />,
        },
        { key: ctx.t('portal.desk.opinion.notifiedOn'), value: ctx.format.date(notice.notifiedOn) },
        {
          key: ctx.t('portal.desk.opinion.dueOn'),
          value: notice.standing === 'given' ? ctx.format.date(notice.dueOn) : standingText(ctx, notice),
        },
      ]}
    />
  );
}

function OpinionForm({ ctx, consultation: { id }, notice, items, filled }: OpinionFormProps): JSX.Element {
  const none = { value: '', text: ctx.t('portal.desk.opinion.noItem') };
  return (
    <Form ctx={ctx} action={`/desk/consultations/${id}/opinion`} keeps={`opinion ${id}`}>
      <input type="hidden" name="councilId" value={notice.councilId} />
      <Radios
        {...filled.choice('stance')}
        fieldset={{ legend: ctx.t('portal.desk.opinion.stance'), legendClass: 'govuk-fieldset__legend--m' }}
        items={STANCES.map((value) => ({ value, text: ctx.t(`portal.opinions.stance.${value}`) }))}
      />
      <Bilingual
        filled={filled}
        name="text"
        label={ctx.t('portal.desk.opinion.text')}
        hint={ctx.t('portal.desk.opinion.textHint')}
        rows={8}
        english="optional"
      />
      <Select
        {...filled.field('agendaItemId')}
        label={ctx.t('portal.desk.opinion.item')}
        hint={ctx.t('portal.desk.opinion.itemHint')}
        items={[none, ...items.map((item) => ({ value: item.id, text: itemText(ctx, item) }))]}
      />
      <p class="govuk-body">{ctx.t('portal.desk.opinion.final')}</p>
      <Button preventDoubleClick>{ctx.t('portal.desk.opinion.button')}</Button>
    </Form>
  );
}

function itemText(ctx: PageContext, { number, startsAt, title }: DecidedItem): string {
  const date = ctx.format.date(localDateOf(new Date(startsAt)));
  return ctx.t('portal.desk.opinion.itemOf', { number, date, title: shortened(ctx.text(title)) });
}
