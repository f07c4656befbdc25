import type { LocalizedText } from '../../platform/kernel/index.js';
import type { QuarterTimeliness } from '../../recommendations/index.js';
import { timelinessChart, type ChartWidth } from '../charts/index.js';
import type { PageContext } from '../frame/index.js';

/** The name of a quarter of a year. */
export function quarterName(ctx: PageContext, { year, quarter }: QuarterTimeliness): string {
  return ctx.t('portal.bodies.quarter', { year: String(year), quarter });
}

/** The share of the replies due in a quarter that came in time. */
export function inTimeShare(ctx: PageContext, { inTime, late, overdue }: QuarterTimeliness): string {
  return ctx.format.percent(inTime / (inTime + late + overdue));
}

/** How a body answered what was due in each quarter: in time, late, not at all. */
export function quartersChart(
  ctx: PageContext,
  body: LocalizedText,
  quarters: readonly QuarterTimeliness[],
  width?: ChartWidth,
): string {
  const t = (key: string): string => ctx.t(`portal.bodies.${key}`);
  const chart = {
    lang: ctx.lang,
    title: ctx.t('portal.bodies.quartersOf', { body: ctx.text(body) }),
    description: t('quartersText'),
    axis: t('quartersAxis'),
    inTime: t('inTime'),
    late: t('late'),
    unanswered: t('unanswered'),
    rows: quarters.map((one) => ({
      name: quarterName(ctx, one),
      inTime: one.inTime,
      late: one.late,
      unanswered: one.overdue,
      label: ctx.t('portal.bodies.shareInTime', { share: inTimeShare(ctx, one) }),
    })),
  };
  return timelinessChart(chart, width);
}
