import type { JSX } from 'preact';
import { OUTCOMES } from '../../comments/index.js';
import type { Tally } from '../../reports/index.js';
import { SummaryList } from '../components/index.js';
import type { PageContext } from '../frame/index.js';

/** What is counted of a discussion now: how many say the same, and what was answered. */
export function Counted({ ctx, tally: { counts, further } }: CountedProps): JSX.Element {
  const { total, withdrawn, answered, answeredOnTime, participants, byOutcome } = counts;
  const { texts, groups, inGroups } = further;
  const figure = (key: string, value: number) => ({ key: ctx.t(`portal.${key}`), value: ctx.format.number(value) });
  return (
    <>
      <p class="govuk-body">{ctx.t('portal.report.alike', { total, texts })}</p>
      <p class="govuk-body">{ctx.t('portal.report.groups', { groups, inGroups })}</p>
      <SummaryList
        rows={[
          figure('consultation.participants', participants),
          figure('consultation.total', total),
          figure('report.withdrawn', withdrawn),
          figure('consultation.answered', answered),
          figure('consultation.answeredOnTime', answeredOnTime),
          ...OUTCOMES.map((one) => figure(`consultation.outcomes.${one}`, byOutcome[one] ?? 0)),
        ]}
      />
    </>
  );
}

interface CountedProps {
  readonly ctx: PageContext;
  readonly tally: Tally;
}
