import type { JSX } from 'preact';
import { FollowUpVerificationRequest, VERDICTS, type FollowUpResponse } from '../../follow-ups/index.js';
import { Button, Radios, SummaryList } from '../components/index.js';
import { Bilingual, Refusal } from '../desk/index.js';
import { type FilledForm, Form, FormOf, LocalizedParagraph, type PageContext } from '../frame/index.js';

/** What the council found. */
export const VERIFICATION = new FormOf(FollowUpVerificationRequest, {
  empty: { verdict: 'portal.desk.verify.verdictEmpty' },
});

interface FollowUpProps {
  readonly ctx: PageContext;
  readonly followUp: FollowUpResponse;
  readonly version: number | undefined;
  readonly filled: FilledForm;
}

/** A measure that the body says is done, and the council's verdict on it. */
export function VerificationBody({ ctx, followUp, version, filled }: FollowUpProps): JSX.Element {
  const { id, measure, dueOn, reports, moves = [] } = followUp;
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <Refusal filled={filled} />
        <h1 class="govuk-heading-xl">{ctx.t('portal.desk.verify.title')}</h1>
        <LocalizedParagraph ctx={ctx} text={measure} />
        <SummaryList
          rows={[
            { key: ctx.t('portal.desk.verify.dueOn'), value: ctx.format.date(dueOn) },
            ...reports.map(({ note, evidence, reportedAt }) => ({
              key: ctx.t('portal.desk.verify.report', { date: ctx.format.instant(reportedAt) }),
              value: (
                <>
                  <LocalizedParagraph ctx={ctx} text={note} />
                  {evidence.map(({ title, url }) => (
                    <div>
                      <a class="govuk-link" href={url}>
                        {title}
                      </a>
                    </div>
                  ))}
                </>
              ),
            })),
          ]}
        />
        {moves.includes('verification') ? (
          <Form ctx={ctx} action={`/desk/follow-ups/${id}`} version={version} keeps={`follow-up ${id}`}>
            <Radios
              {...filled.choice('verdict')}
              fieldset={{ legend: ctx.t('portal.desk.verify.verdict'), legendClass: 'govuk-fieldset__legend--m' }}
              items={VERDICTS.map((value) => ({ value, text: ctx.t(`portal.desk.verify.verdicts.${value}`) }))}
            />
            <Bilingual filled={filled} name="grounds" label={ctx.t('portal.desk.verify.grounds')} rows={5} />
            <Button preventDoubleClick>{ctx.t('portal.desk.verify.button')}</Button>
          </Form>
        ) : (
          <p class="govuk-body">{ctx.t('portal.desk.verify.notReported')}</p>
        )}
      </div>
    </div>
  );
}
