import type { JSX } from 'preact';
import { JUDGED, STATUSES, type EvidenceRequest, type StoredValue } from '../../assessments/index.js';
import { exactNumber } from '../assessments/numbers.js';
import { Button, Fieldset, Input, InsetText, Radios } from '../components/index.js';
import { Refusal, type Compared } from '../desk/index.js';
import { type FilledForm, Form, type FirstValues, Localized, type PageContext } from '../frame/index.js';
import type { IndicatorScreen } from './assessing-screens.service.js';
import { DisputeText, entryText, IndicatorFacts, Subject } from './parts.js';
import { SEEN_FIELD, seenOf } from './seen.js';

/** The field that says to go on to the next indicator. */
export const GO_FIELD = '_go';

interface ValueProps {
  readonly ctx: PageContext;
  readonly screen: IndicatorScreen;
  readonly filled: FilledForm;
  /** Whether it can be entered now. */
  readonly isOpen: boolean;
}

/** What is known of one indicator, and the form to enter it. */
export function ValueBody({ ctx, screen, filled, isOpen }: ValueProps): JSX.Element {
  const { work, names, indicator, entry } = screen;
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <Refusal filled={filled} compared={comparedIn(filled, screen)} />
        <Subject ctx={ctx} names={names} record={work.record} />
        <h1 class="govuk-heading-xl">
          <Localized ctx={ctx} text={indicator.name} />
        </h1>
        <IndicatorFacts ctx={ctx} indicator={indicator} />
        <DisputeText ctx={ctx} entry={entry} />
        {isOpen || filled.problem ? (
          <ValueForm ctx={ctx} screen={screen} filled={filled} isOpen={isOpen} />
        ) : (
          <InsetText>
            {ctx.t('portal.assessing.value.closed')} {entryText(ctx, indicator, entry)}.
          </InsetText>
        )}
      </div>
    </div>
  );
}

function ValueForm({ ctx, screen, filled }: ValueProps): JSX.Element {
  const { work, indicator, entry } = screen;
  const isJudged = indicator.source === JUDGED;
  const isMore = work.outstanding.unsettled.some((code) => code !== indicator.code);
  const t = (key: string): string => ctx.t(`portal.assessing.value.${key}`);
  return (
    <Form
      ctx={ctx}
      action={`/desk/assessments/${work.record.id}/values/${indicator.code}`}
      keeps={`value ${work.record.id} ${indicator.code}`}
    >
      <input type="hidden" name={SEEN_FIELD} value={seenOf(entry)} />
      {isJudged && <InsetText>{t('judged')}</InsetText>}
      <Radios
        {...filled.choice('status')}
        hint={ctx.t('portal.assessments.three')}
        fieldset={{ legend: t('status'), legendClass: 'govuk-fieldset__legend--m' }}
        items={STATUSES.filter((status) => !isJudged || status !== 'value').map((status) => ({
          value: status,
          text: ctx.t(`portal.assessments.status.${status}`),
        }))}
      />
      {!isJudged && (
        <Input
          {...filled.field('value')}
          label={t('value')}
          labelClass="govuk-label--m"
          hint={t('valueHint')}
          class="govuk-input--width-10"
          suffix={{ content: indicator.unit }}
        />
      )}
      <Evidence filled={filled} entry={entry} />
      <Button preventDoubleClick>{t('button')}</Button>{' '}
      {isMore && (
        <Button variant="secondary" name={GO_FIELD} value="next" preventDoubleClick>
          {t('next')}
        </Button>
      )}
    </Form>
  );
}

/** Rows that are offered empty beside those that are filled. */
const SPARE = 2;
const ROWS_MOST = 20;

/** What the value rests on; an empty row is none. */
function Evidence({
  filled,
  entry,
}: {
  readonly filled: FilledForm;
  readonly entry: StoredValue | undefined;
}): JSX.Element {
  const { ctx } = filled;
  const rows = Math.min((entry?.evidence.length ?? 0) + SPARE, ROWS_MOST);
  const t = (key: string, params?: Readonly<Record<string, number>>): string =>
    ctx.t(`portal.assessing.value.${key}`, params);
  return (
    <Fieldset legend={t('evidence')} legendClass="govuk-fieldset__legend--m">
      <p class="govuk-hint">{t('evidenceHint')}</p>
      {Array.from({ length: rows }, (_, at) => (
        <>
          <Input {...filled.field(`evidence[${at}].title`)} label={t('evidenceTitle', { number: at + 1 })} />
          <Input
            {...filled.field(`evidence[${at}].url`)}
            type="url"
            label={t('evidenceUrl', { number: at + 1 })}
            hint={at === 0 ? t('evidenceUrlHint') : undefined}
          />
        </>
      ))}
    </Fieldset>
  );
}

/** What stands in the form first: what is stored. */
export function valuesOf(ctx: PageContext, entry: StoredValue | undefined): FirstValues {
  if (!entry) return {};
  const { status, value, evidence } = entry;
  return {
    status,
    value: value === null ? null : exactNumber(ctx, value),
    ...Object.fromEntries(
      evidence.flatMap(({ title, url }, at) => [
        [`evidence[${at}].title`, title],
        [`evidence[${at}].url`, url],
      ]),
    ),
  };
}

function comparedIn(filled: FilledForm, { indicator, entry }: IndicatorScreen): Compared[] {
  const { ctx } = filled;
  const status = filled.value('status');
  const mine = Array.from({ length: ROWS_MOST }, (_, at) => ({
    title: filled.value(`evidence[${at}].title`) ?? '',
    url: filled.value(`evidence[${at}].url`) ?? '',
  }));
  return [
    {
      field: ctx.t('portal.assessments.value'),
      stored: entryText(ctx, indicator, entry),
      yours:
        [status ? ctx.t(`portal.assessments.status.${status}`) : '', filled.value('value')]
          .filter(Boolean)
          .join(': ') || '–',
    },
    { field: ctx.t('portal.assessments.evidence'), stored: written(entry?.evidence ?? []), yours: written(mine) },
  ];
}

function written(evidence: readonly Pick<EvidenceRequest, 'title' | 'url'>[]): string {
  const lines = evidence
    .filter(({ title, url }) => title !== '' || url !== '')
    .map(({ title, url }) => `${title}\n${url}`);
  return lines.join('\n') || '–';
}
