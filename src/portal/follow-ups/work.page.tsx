import type { JSX } from 'preact';
import { VERDICTS, type FollowUpMove, type FollowUpResponse } from '../../follow-ups/index.js';
import type { LocalizedText } from '../../platform/kernel/index.js';
import { Button, Details, Fieldset, Input, Radios, SummaryList, WarningText } from '../components/index.js';
import { StateTag } from '../councils/state-tag.js';
import { Bilingual, bilingualCompared, refused, Refusal, type Compared } from '../desk/index.js';
import {
  EnterButton,
  FilledForm,
  Form,
  LocalizedParagraph,
  Name,
  type Names,
  type PageContext,
  RowButton,
  rowsIn,
} from '../frame/index.js';
import { Timeline } from '../recommendations/timeline.js';
import { eventsOfMeasure } from './follow-up-events.js';
import { EVIDENCE, KIND_FIELD, REFUSAL, REPORT, REPORTS, VERIFICATION } from './work-forms.js';

/** What the page of a measure shows to those who report on it or verify it. */
export interface WorkProps {
  readonly ctx: PageContext;
  readonly names: Names;
  readonly followUp: FollowUpResponse;
  readonly version: number | undefined;
  readonly forms: Partial<Record<'report' | 'refusal' | 'verification', FilledForm>>;
}

/** A measure with its course, and what its reader may do with it now. */
export function WorkBody(props: WorkProps): JSX.Element {
  const { ctx, names, followUp, forms } = props;
  const { id, bodyId, councilId, measure, state, overdue, dueOn, moves = [] } = followUp;
  const may = (move: FollowUpMove): boolean => moves.includes(move);
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <Refusal filled={refused(forms)} compared={comparedIn(props)} />
        <h1 class="govuk-heading-xl">{ctx.t('portal.desk.measure.title')}</h1>
        <LocalizedParagraph ctx={ctx} text={measure} />
        <SummaryList
          rows={[
            {
              key: ctx.t('portal.desk.work.state'),
              value: <StateTag ctx={ctx} of="follow-ups" state={state} overdue={overdue} />,
            },
            { key: ctx.t('portal.follow-ups.dueOn'), value: ctx.format.date(dueOn) },
            { key: ctx.t('portal.follow-ups.owner'), value: <Name ctx={ctx} names={names} id={bodyId} /> },
            { key: ctx.t('portal.recommendations.council'), value: <Name ctx={ctx} names={names} id={councilId} /> },
          ]}
        />
        <p class="govuk-body">
          <a class="govuk-link" href={ctx.url(`/follow-ups/${id}`)}>
            {ctx.t('portal.desk.measure.toPublic')}
          </a>
        </p>
        <h2 class="govuk-heading-m">{ctx.t('portal.follow-ups.course')}</h2>
        <Timeline ctx={ctx} events={eventsOfMeasure(ctx, followUp)} />
        {may('progress') && <ReportForm {...props} />}
        {may('refusal') && <RefusalForm {...props} />}
        {may('verification') && <VerificationForm {...props} />}
        {moves.length === 0 && <p class="govuk-body">{ctx.t(`portal.desk.measure.closed.${state}`)}</p>}
      </div>
    </div>
  );
}

function ReportForm({ ctx, followUp: { id }, version, forms }: WorkProps): JSX.Element {
  const filled = forms.report ?? new FilledForm(ctx, REPORT, { [KIND_FIELD]: 'progress' });
  const action = `/desk/follow-ups/${id}/report`;
  const button = ctx.t('portal.desk.measure.reportButton');
  return (
    <>
      <h2 class="govuk-heading-m" id="report">
        {ctx.t('portal.desk.measure.report')}
      </h2>
      <Form ctx={ctx} action={action} version={version} keeps={`measure ${id} ${version ?? ''}`}>
        <EnterButton>{button}</EnterButton>
        <Radios
          {...filled.choice(KIND_FIELD)}
          fieldset={{ legend: ctx.t('portal.desk.measure.kind'), legendClass: 'govuk-fieldset__legend--s' }}
          items={REPORTS.map((value) => ({
            value,
            text: ctx.t(`portal.desk.measure.kinds.${value}`),
            hint: ctx.t(`portal.desk.measure.kindHints.${value}`),
          }))}
        />
        <Bilingual filled={filled} name="note" label={ctx.t('portal.desk.measure.note')} rows={5} />
        <EvidenceFields filled={filled} action={ctx.url(action)} />
        <p class="govuk-body">{ctx.t('portal.desk.measure.atOnce')}</p>
        <Button preventDoubleClick>{button}</Button>
      </Form>
    </>
  );
}

/** Rows of evidence: empty ones are left out, a button adds more. */
function EvidenceFields({ filled, action }: { readonly filled: FilledForm; readonly action: string }): JSX.Element {
  const { ctx } = filled;
  const rows = rowsIn(filled, EVIDENCE, 1);
  return (
    <>
      {Array.from({ length: rows }, (_, at) => (
        <Fieldset
          legend={ctx.t('portal.desk.measure.evidence', { number: at + 1 })}
          legendClass="govuk-fieldset__legend--s"
          attributes={{ id: `evidence-${at}` }}
        >
          <Input
            {...filled.field(`evidence[${at}].title`)}
            label={ctx.t('portal.desk.measure.evidenceTitle')}
            hint={at === 0 ? ctx.t('portal.desk.measure.evidenceHint') : undefined}
          />
          <Input
            {...filled.field(`evidence[${at}].url`)}
            type="url"
            label={ctx.t('portal.desk.measure.evidenceUrl')}
            hint={at === 0 ? ctx.t('portal.desk.measure.evidenceUrlHint') : undefined}
          />
        </Fieldset>
      ))}
      <div>
        <RowButton act="add" at={rows} action={action} place={`evidence-${rows}`}>
          {ctx.t('portal.desk.measure.evidenceAdd')}
        </RowButton>
      </div>
    </>
  );
}

function RefusalForm({ ctx, followUp: { id }, version, forms }: WorkProps): JSX.Element {
  const filled = forms.refusal ?? new FilledForm(ctx, REFUSAL, {});
  return (
    <Details summary={ctx.t('portal.desk.measure.refuse')} open={forms.refusal !== undefined}>
      <Form ctx={ctx} action={`/desk/follow-ups/${id}/refusal`} version={version} keeps={`refusal ${id}`}>
        <WarningText prefix={ctx.t('portal.desk.warning')}>{ctx.t('portal.desk.measure.refuseWarning')}</WarningText>
        <Bilingual filled={filled} name="reasons" label={ctx.t('portal.desk.measure.reasons')} rows={5} />
        <Button variant="warning" preventDoubleClick>
          {ctx.t('portal.desk.measure.refuseButton')}
        </Button>
      </Form>
    </Details>
  );
}

function VerificationForm({ ctx, followUp: { id }, version, forms }: WorkProps): JSX.Element {
  const filled = forms.verification ?? new FilledForm(ctx, VERIFICATION, {});
  return (
    <Form ctx={ctx} action={`/desk/follow-ups/${id}/verification`} version={version} keeps={`follow-up ${id}`}>
      <Radios
        {...filled.choice('verdict')}
        fieldset={{ legend: ctx.t('portal.desk.verify.verdict'), legendClass: 'govuk-fieldset__legend--m' }}
        items={VERDICTS.map((value) => ({ value, text: ctx.t(`portal.desk.verify.verdicts.${value}`) }))}
      />
      <Bilingual filled={filled} name="grounds" label={ctx.t('portal.desk.verify.grounds')} rows={5} />
      <p class="govuk-body">{ctx.t('portal.desk.measure.atOnce')}</p>
      <Button preventDoubleClick>{ctx.t('portal.desk.verify.button')}</Button>
    </Form>
  );
}

/** What is stored by now beside what was entered, for the form that was refused. */
function comparedIn({ ctx, followUp, forms }: WorkProps): Compared[] {
  const t = (key: string): string => ctx.t(`portal.desk.${key}`);
  const entered = enteredIn(followUp, forms);
  if (!entered) return [];
  const { filled, name, label, stored } = entered;
  const state = ctx.t(`portal.follow-ups.state.${followUp.state}`);
  return [
    { field: t('work.state'), stored: state, yours: '–' },
    ...bilingualCompared(filled, name, t(label), stored ?? null),
  ];
}

/** The text of the form that was sent, and the one of its kind that is stored. */
function enteredIn({ reports, refusal, verification }: FollowUpResponse, forms: WorkProps['forms']) {
  const of = (filled: FilledForm | undefined, name: string, label: string, stored: LocalizedText | undefined) =>
    filled && { filled, name, label, stored };
  return (
    of(forms.report, 'note', 'measure.note', reports.at(-1)?.note) ??
    of(forms.refusal, 'reasons', 'measure.reasons', refusal?.reasons) ??
    of(forms.verification, 'grounds', 'verify.grounds', verification?.grounds)
  );
}
