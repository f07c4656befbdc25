import type { JSX } from 'preact';
import type { Timeliness } from '../../recommendations/index.js';
import { SummaryList } from '../components/index.js';
import type { PageContext } from '../frame/index.js';

/** How the replies came: in time, late, not at all; nothing while none was owed. */
export function TimelinessView({ ctx, timeliness }: TimelinessProps): JSX.Element | null {
  const { inTime, late, overdue, waiting } = timeliness;
  const owed = inTime + late + overdue;
  if (owed + waiting === 0) return null;
  const share =
    owed === 0
      ? ctx.t('portal.recommendations.noneOwed')
      : ctx.t('portal.recommendations.inTimeShare', { share: ctx.format.percent(inTime / owed), inTime, owed });
  const row = (key: string, value: number) => ({
    key: ctx.t(`portal.recommendations.${key}`),
    value: ctx.format.number(value),
  });
  return (
    <SummaryList
      rows={[
        { key: ctx.t('portal.recommendations.inTime'), value: share },
        row('late', late),
        row('overdueCount', overdue),
        row('waiting', waiting),
      ]}
    />
  );
}

interface TimelinessProps {
  readonly ctx: PageContext;
  readonly timeliness: Timeliness;
}
