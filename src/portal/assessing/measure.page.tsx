import type { JSX } from 'preact';
import type { PublicEdition } from '../../assessments/index.js';
import type { GapResponse } from '../../follow-ups/index.js';
import { exactNumber } from '../assessments/numbers.js';
import { Button, Details, Input, SummaryList } from '../components/index.js';
import { Bilingual, Refusal } from '../desk/index.js';
import { type FilledForm, Form, Localized, type Names, type PageContext } from '../frame/index.js';
import { Subject } from './parts.js';

interface MeasureProps {
  readonly ctx: PageContext;
  readonly names: Names;
  readonly edition: PublicEdition;
  readonly gap: GapResponse;
  readonly filled: FilledForm;
}

/** Steps that are offered; more are rarely promised at once. */
const STEPS = [0, 1, 2];

/** A weak indicator, and the form in which a measure for it is promised. */
export function MeasureBody({ ctx, names, edition, gap, filled }: MeasureProps): JSX.Element {
  const { indicator, name, score, dueOn } = gap;
  const path = `/desk/assessments/${edition.assessmentId}/measures/${indicator}`;
  const t = (key: string): string => ctx.t(`portal.assessing.measure.${key}`);
  const day = (field: string, label: string): JSX.Element => (
    <Input {...filled.field(field)} type="date" class="govuk-input--width-10" label={label} />
  );
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <Refusal filled={filled} />
        <Subject ctx={ctx} names={names} record={{ ...edition.record, bodyId: edition.bodyId }} />
        <h1 class="govuk-heading-xl">{t('title')}</h1>
        <SummaryList
          rows={[
            { key: ctx.t('portal.assessments.indicator'), value: <Localized ctx={ctx} text={name} /> },
            score !== null && { key: ctx.t('portal.assessments.scoreHead'), value: exactNumber(ctx, score) },
            { key: t('gapDue'), value: ctx.format.date(dueOn) },
          ]}
        />
        <Form ctx={ctx} action={path} keeps={`measure ${path}`}>
          <input type="hidden" name="bodyId" value={edition.bodyId} />
          <input type="hidden" name="indicator" value={indicator} />
          <Bilingual filled={filled} name="measure" label={t('measure')} hint={t('measureHint')} rows={5} />
          {day('dueOn', t('dueOn'))}
          <Details summary={t('steps')} open={STEPS.some((at) => isTouched(filled, at))}>
            {STEPS.map((at) => (
              <>
                <Bilingual
                  filled={filled}
                  name={`milestones[${at}].name`}
                  label={ctx.t('portal.assessing.measure.step', { number: at + 1 })}
                />
                {day(`milestones[${at}].dueOn`, ctx.t('portal.assessing.measure.stepDue', { number: at + 1 }))}
              </>
            ))}
          </Details>
          <p class="govuk-body">{t('final')}</p>
          <Button preventDoubleClick>{t('button')}</Button>
        </Form>
      </div>
    </div>
  );
}

function isTouched(filled: FilledForm, at: number): boolean {
  return ['name.kk', 'name.ru', 'dueOn'].some((part) => {
    const { value, error } = filled.field(`milestones[${at}].${part}`);
    return Boolean(value) || error !== undefined;
  });
}
