import type { JSX } from 'preact';
import {
  ConclusionRequest,
  ExtensionRequest,
  RESULTS,
  WithdrawalRequest,
  type ConsultationMove,
  type ConsultationRead,
} from '../../consultations/index.js';
import { Button, Details, Fieldset, Input, Radios, WarningText } from '../components/index.js';
import { Bilingual, bilingualCompared, type Compared, PreparedForm } from '../desk/index.js';
import { FilledForm, Form, FormOf, type PageContext } from '../frame/index.js';

/** Until when comments are taken after all, and why. Its fields stand on one page with those of the withdrawal. */
export const EXTENSION = new PreparedForm(
  ExtensionRequest,
  {},
  (fields) => fields.map(([name, text]) => [name.replace(/^extension\./, ''), text] as const),
  (name) => `extension.${name}`,
);

/** Why the body takes its text back. */
export const WITHDRAWAL = new FormOf(WithdrawalRequest);

/** Where it is said that the whole act, or the reasons, are missing. */
const FIRST_OF: ReadonlyMap<string, string> = new Map([
  ['act', 'act.title.kk'],
  ['reasons', 'reasons.kk'],
]);

/** What became of the text: the act where one was adopted, else the reasons. */
export const CONCLUSION = new PreparedForm(
  ConclusionRequest,
  { optional: ['act', 'reasons'], empty: { result: 'portal.desk.ending.resultEmpty' } },
  (fields) => fields,
  (name) => FIRST_OF.get(name) ?? name,
);

interface EndingProps {
  readonly ctx: PageContext;
  readonly consultation: ConsultationRead;
  readonly forms: Partial<Record<'extension' | 'withdrawal' | 'conclusion', FilledForm>>;
  /** What the reader may do with the discussion now. */
  readonly moves: readonly ConsultationMove[];
}

/** What happens to a discussion as a whole: extended, withdrawn before its report, concluded after it. */
export function EndingPart(props: EndingProps): JSX.Element {
  const { moves, forms } = props;
  return (
    <>
      {(moves.includes('extension') || forms.extension) && <ExtensionForm {...props} />}
      {moves.includes('extension') && <ByEmailForm {...props} />}
      {(moves.includes('conclusion') || forms.conclusion) && <ConclusionForm {...props} />}
      {(moves.includes('withdrawal') || forms.withdrawal) && <WithdrawalForm {...props} />}
    </>
  );
}

function ExtensionForm({ ctx, consultation, forms }: EndingProps): JSX.Element {
  const { id, version, closesOn } = consultation;
  const filled = forms.extension ?? new FilledForm(ctx, EXTENSION, {});
  return (
    <Details summary={ctx.t('portal.desk.ending.extend')} open={forms.extension !== undefined}>
      <Form ctx={ctx} action={`/desk/consultations/${id}/extension`} version={version} keeps={`extension ${id}`}>
        <p class="govuk-body">{ctx.t('portal.desk.ending.extendText', { date: ctx.format.date(closesOn) })}</p>
        <Input
          {...filled.field('extension.closesOn')}
          type="date"
          class="govuk-input--width-10"
          label={ctx.t('portal.desk.ending.extendTo')}
        />
        <Bilingual
          filled={filled}
          name="extension.reasons"
          label={ctx.t('portal.desk.ending.extendReasons')}
          rows={4}
        />
        <Button preventDoubleClick>{ctx.t('portal.desk.ending.extendButton')}</Button>
      </Form>
    </Details>
  );
}

/** Taking comments without an account too, where they are not taken yet. */
function ByEmailForm({ ctx, consultation: { id, version, commentsByEmail } }: EndingProps): JSX.Element | null {
  if (commentsByEmail) return null;
  return (
    <Details summary={ctx.t('portal.desk.ending.byEmail')}>
      <Form ctx={ctx} action={`/desk/consultations/${id}/comments-by-email`} version={version}>
        <p class="govuk-body">{ctx.t('portal.desk.ending.byEmailText')}</p>
        <Button preventDoubleClick>{ctx.t('portal.desk.ending.byEmailButton')}</Button>
      </Form>
    </Details>
  );
}

function WithdrawalForm({ ctx, consultation, forms }: EndingProps): JSX.Element {
  const { id, version, state } = consultation;
  const filled = forms.withdrawal ?? new FilledForm(ctx, WITHDRAWAL, {});
  const isDraft = state === 'draft';
  return (
    <Details summary={ctx.t('portal.desk.ending.withdraw')} open={forms.withdrawal !== undefined}>
      <Form ctx={ctx} action={`/desk/consultations/${id}/withdrawal`} version={version} keeps={`withdrawal ${id}`}>
        <WarningText prefix={ctx.t('portal.desk.warning')}>
          {ctx.t(isDraft ? 'portal.desk.ending.withdrawDraftWarning' : 'portal.desk.ending.withdrawWarning')}
        </WarningText>
        <Bilingual filled={filled} name="reasons" label={ctx.t('portal.desk.ending.withdrawReasons')} rows={5} />
        <Button variant="warning" preventDoubleClick>
          {ctx.t('portal.desk.ending.withdrawButton')}
        </Button>
      </Form>
    </Details>
  );
}

function ConclusionForm({ ctx, consultation: { id, version }, forms }: EndingProps): JSX.Element {
  const filled = forms.conclusion ?? new FilledForm(ctx, CONCLUSION, {});
  return (
    <section aria-labelledby="conclusion">
      <h2 class="govuk-heading-l" id="conclusion">
        {ctx.t('portal.desk.ending.conclude')}
      </h2>
      <Form ctx={ctx} action={`/desk/consultations/${id}/conclusion`} version={version} keeps={`conclusion ${id}`}>
        <Radios
          {...filled.choice('result')}
          fieldset={{ legend: ctx.t('portal.desk.ending.result'), legendClass: 'govuk-fieldset__legend--m' }}
          items={RESULTS.map((value) => ({ value, text: ctx.t(`portal.consultation.result.${value}`) }))}
        />
        <ActFields filled={filled} />
        <Bilingual
          filled={filled}
          name="reasons"
          label={ctx.t('portal.desk.ending.reasons')}
          hint={ctx.t('portal.desk.ending.reasonsHint')}
          rows={5}
        />
        <WarningText prefix={ctx.t('portal.desk.warning')}>{ctx.t('portal.desk.ending.concludeWarning')}</WarningText>
        <Button preventDoubleClick>{ctx.t('portal.desk.ending.concludeButton')}</Button>
      </Form>
    </section>
  );
}

function ActFields({ filled }: { readonly filled: FilledForm }): JSX.Element {
  const { ctx } = filled;
  return (
    <Fieldset legend={ctx.t('portal.desk.ending.act')} legendClass="govuk-fieldset__legend--m">
      <p class="govuk-hint">{ctx.t('portal.desk.ending.actHint')}</p>
      <Bilingual filled={filled} name="act.title" label={ctx.t('portal.desk.draft.name')} rows={2} />
      <Input {...filled.field('act.number')} class="govuk-input--width-10" label={ctx.t('portal.desk.ending.number')} />
      <Input
        {...filled.field('act.adoptedOn')}
        type="date"
        class="govuk-input--width-10"
        label={ctx.t('portal.desk.ending.adoptedOn')}
      />
      <Input
        {...filled.field('act.url')}
        type="url"
        label={ctx.t('portal.desk.ending.url')}
        hint={ctx.t('portal.desk.ending.urlHint')}
      />
    </Fieldset>
  );
}

/** What is stored by now beside what was entered, for the form that was refused. */
export function endingCompared({ ctx, consultation, forms }: Omit<EndingProps, 'moves'>): Compared[] {
  const { withdrawal, conclusion } = forms;
  const { state, withdrawalReasons, conclusionReasons } = consultation;
  const t = (key: string): string => ctx.t(`portal.desk.${key}`);
  const now = { field: t('work.state'), stored: t(`work.states.${state}`), yours: '–' };
  if (withdrawal) {
    return [now, ...bilingualCompared(withdrawal, 'reasons', t('ending.withdrawReasons'), withdrawalReasons)];
  }
  return conclusion ? [now, ...bilingualCompared(conclusion, 'reasons', t('ending.reasons'), conclusionReasons)] : [];
}
