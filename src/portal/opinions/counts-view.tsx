import type { JSX } from 'preact';
import type { OpinionCounts } from '../../opinions/index.js';
import { SummaryList } from '../components/index.js';
import type { PageContext } from '../frame/index.js';

/** How a council's opinions came, its silence included (K2), and what the bodies answered; nothing if it was never asked. */
export function OpinionCountsView({ ctx, counts }: OpinionCountsProps): JSX.Element | null {
  const { inTime, late, silent, awaited, accepted, partly, rejected, overdue } = counts;
  if (inTime + silent + awaited === 0) return null;
  const row = (key: string, value: number) => ({
    key: ctx.t(`portal.opinions.counts.${key}`),
    value: ctx.format.number(value),
  });
  return (
    <SummaryList
      rows={[
        row('inTime', inTime),
        row('silent', silent),
        row('late', late),
        row('awaited', awaited),
        {
          key: ctx.t('portal.opinions.counts.answers'),
          value: ctx.t('portal.opinions.counts.answersText', { accepted, partly, rejected }),
        },
        row('overdue', overdue),
      ]}
    />
  );
}

interface OpinionCountsProps {
  readonly ctx: PageContext;
  readonly counts: OpinionCounts;
}
