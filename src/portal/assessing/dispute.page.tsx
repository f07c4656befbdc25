import type { JSX } from 'preact';
import { Button, InsetText, SummaryList } from '../components/index.js';
import { Bilingual, bilingualCompared, Refusal, type Compared } from '../desk/index.js';
import { type FilledForm, Form, Localized, type PageContext } from '../frame/index.js';
import type { IndicatorScreen } from './assessing-screens.service.js';
import { entryText, EvidenceList, IndicatorFacts, Subject } from './parts.js';
import { SEEN_FIELD, seenOf } from './seen.js';

interface DisputeProps {
  readonly ctx: PageContext;
  readonly screen: IndicatorScreen;
  readonly filled: FilledForm;
  readonly isOpen: boolean;
}

/** A value, and the form in which the assessed body says what is wrong with it. */
export function DisputeBody({ ctx, screen, filled, isOpen }: DisputeProps): JSX.Element {
  const { work, names, indicator, entry } = screen;
  const { id } = work.record;
  const t = (key: string): string => ctx.t(`portal.assessing.dispute.${key}`);
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <Refusal filled={filled} compared={comparedIn(filled, screen)} />
        <Subject ctx={ctx} names={names} record={work.record} />
        <h1 class="govuk-heading-xl">
          <Localized ctx={ctx} text={indicator.name} />
        </h1>
        <SummaryList
          rows={[
            { key: ctx.t('portal.assessments.value'), value: entryText(ctx, indicator, entry) },
            entry !== undefined &&
              entry.evidence.length > 0 && {
                key: ctx.t('portal.assessments.evidence'),
                value: <EvidenceList evidence={entry.evidence} />,
              },
          ]}
        />
        <IndicatorFacts ctx={ctx} indicator={indicator} />
        {isOpen || filled.problem ? (
          <Form
            ctx={ctx}
            action={`/desk/assessments/${id}/disputes/${indicator.code}`}
            keeps={`dispute ${id} ${indicator.code}`}
          >
            <input type="hidden" name={SEEN_FIELD} value={seenOf(entry)} />
            <Bilingual filled={filled} name="text" label={t('label')} hint={t('hint')} rows={5} />
            <Button preventDoubleClick>{t('button')}</Button>
          </Form>
        ) : (
          <InsetText>{t('closed')}</InsetText>
        )}
      </div>
    </div>
  );
}

function comparedIn(filled: FilledForm, { indicator, entry }: IndicatorScreen): Compared[] {
  const { ctx } = filled;
  return [
    { field: ctx.t('portal.assessments.value'), stored: entryText(ctx, indicator, entry), yours: '–' },
    ...bilingualCompared(filled, 'text', ctx.t('portal.assessing.dispute.label'), entry?.dispute?.text ?? null),
  ];
}
