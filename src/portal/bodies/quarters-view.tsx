import type { JSX } from 'preact';
import type { QuarterTimeliness } from '../../recommendations/index.js';
import { Chart } from '../assessments/chart.js';
import { Table } from '../components/index.js';
import type { PageContext } from '../frame/index.js';
import { inTimeShare, quarterName } from './quarters-chart.js';

/** How a body answered through the quarters, as a chart and as a table; nothing while nothing was due. */
export function QuartersView({ ctx, bodyId, quarters }: QuartersProps): JSX.Element | null {
  if (quarters.length === 0) return null;
  const t = (key: string): string => ctx.t(`portal.bodies.${key}`);
  const number = (value: number) => ({ content: ctx.format.number(value), format: 'numeric' as const });
  return (
    <>
      <h3 class="govuk-heading-m" id="quarters">
        {t('quarters')}
      </h3>
      <Chart ctx={ctx} path={`/bodies/${bodyId}/chart`} alt={t('quartersText')} />
      <div class="kenes-scroll" role="region" aria-labelledby="quarters" tabIndex={0}>
        <Table
          caption={t('quartersTable')}
          captionClass="govuk-table__caption--s"
          firstCellIsHeader
          head={[
            t('quarterHead'),
            ...['inTime', 'late', 'unanswered', 'share'].map((key) => ({
              content: t(key),
              format: 'numeric' as const,
            })),
          ]}
          rows={quarters.map((one) => [
            quarterName(ctx, one),
            number(one.inTime),
            number(one.late),
            number(one.overdue),
            { content: inTimeShare(ctx, one), format: 'numeric' },
          ])}
        />
      </div>
    </>
  );
}

interface QuartersProps {
  readonly ctx: PageContext;
  readonly bodyId: string;
  readonly quarters: readonly QuarterTimeliness[];
}
