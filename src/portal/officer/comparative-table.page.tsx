import type { JSX } from 'preact';
import type { ConsultationRead, DraftResponse } from '../../consultations/index.js';
import { Button, Fieldset, Select } from '../components/index.js';
import { provisionName } from '../consultations/printed-mark.js';
import { Bilingual, Refusal } from '../desk/index.js';
import { EnterButton, type FilledForm, Form, Localized, type PageContext, RowButton, rowsIn } from '../frame/index.js';
import { COMPARATIVE_ROWS } from './comparative-table-form.js';

interface ComparativeProps {
  readonly ctx: PageContext;
  readonly consultation: ConsultationRead;
  readonly draft: DraftResponse;
  readonly filled: FilledForm;
}

/** The comparative table of a draft, row by row. */
export function ComparativeTableBody({ ctx, consultation, draft, filled }: ComparativeProps): JSX.Element {
  const path = `/desk/consultations/${consultation.id}/comparative-table`;
  const t = (key: string): string => ctx.t(`portal.desk.comparative.${key}`);
  return (
    <>
      <Refusal filled={filled} />
      <span class="govuk-caption-xl">
        <Localized ctx={ctx} text={consultation.title} />
      </span>
      <h1 class="govuk-heading-xl">{t('title')}</h1>
      <p class="govuk-body">{t('text')}</p>
      <Form ctx={ctx} action={path} version={consultation.version}>
        <EnterButton>{t('save')}</EnterButton>
        {Array.from({ length: rowsIn(filled, COMPARATIVE_ROWS) }, (_, at) => (
          <Row filled={filled} draft={draft} at={at} action={ctx.url(path)} />
        ))}
        <RowButton
          act="add"
          at={rowsIn(filled, COMPARATIVE_ROWS)}
          action={ctx.url(path)}
          place={placeOf(rowsIn(filled, COMPARATIVE_ROWS))}
        >
          {t('add')}
        </RowButton>
        <div>
          <Button preventDoubleClick>{t('save')}</Button>
        </div>
      </Form>
    </>
  );
}

interface RowProps {
  readonly filled: FilledForm;
  readonly draft: DraftResponse;
  readonly at: number;
  readonly action: string;
}

function Row({ filled, draft, at, action }: RowProps): JSX.Element {
  const { ctx } = filled;
  const name = `comparativeTable[${at}]`;
  const t = (key: string): string => ctx.t(`portal.desk.comparative.${key}`, { number: at + 1 });
  const provisions = draft.provisions.map((one) => ({ value: one.position, text: provisionName(ctx, one) }));
  return (
    <Fieldset
      legend={t('row')}
      legendClass="govuk-fieldset__legend--m"
      class="govuk-!-margin-bottom-6"
      attributes={{ id: placeOf(at) }}
    >
      <Select
        {...filled.field(`${name}.position`)}
        label={t('provision')}
        items={[{ value: '', text: '–' }, ...provisions]}
      />
      <Bilingual
        filled={filled}
        name={`${name}.place`}
        label={t('place')}
        hint={at === 0 ? t('placeHint') : undefined}
      />
      <Bilingual filled={filled} name={`${name}.current`} label={t('current')} rows={4} />
      <Bilingual filled={filled} name={`${name}.proposed`} label={t('proposed')} rows={4} />
      <Bilingual filled={filled} name={`${name}.reason`} label={t('reason')} rows={4} />
      <RowButton act="remove" at={at} action={action} place={placeOf(Math.max(0, at - 1))}>
        {t('remove')}
      </RowButton>
    </Fieldset>
  );
}

function placeOf(at: number): string {
  return `row-${at}`;
}
