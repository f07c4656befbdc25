import type { AssessmentRecord } from '../../assessments/index.js';
import type { MethodologyRead } from '../../methodologies/index.js';
import type { LocalizedText } from '../../platform/kernel/index.js';
import { scoreChart, type ChartWidth, type ScoreBar } from '../charts/index.js';
import type { PageContext } from '../frame/index.js';
import { assessedDimensions, type AssessedIndicator } from './assessed.js';
import { exactNumber, periodText, scoreText } from './numbers.js';

/** The scores of an assessment by dimension and indicator; what has none says why. */
export function assessmentChart(
  ctx: PageContext,
  body: LocalizedText,
  { record, methodology }: { readonly record: AssessmentRecord; readonly methodology: MethodologyRead },
  width?: ChartWidth,
): string {
  const chart = {
    lang: ctx.lang,
    title: `${ctx.text(body)}: ${periodText(ctx, record)}`,
    description: ctx.t('portal.assessments.chart'),
    axis: ctx.t('portal.assessments.axis'),
    dimensions: assessedDimensions(record, methodology).map(({ code, score, indicators }) => ({
      name: ctx.t(`portal.assessments.dimension.${code}`),
      score: score === null ? null : Number(score),
      label: scoreText(ctx, score),
      indicators: indicators.map((one) => barOf(ctx, one)),
    })),
  };
  return scoreChart(chart, width);
}

function barOf(ctx: PageContext, { indicator, value }: AssessedIndicator): ScoreBar {
  const { score = null, status = 'missing' } = value ?? {};
  const label = score === null ? ctx.t(`portal.assessments.status.${status}`) : exactNumber(ctx, score);
  return { name: ctx.text(indicator.name), score: score === null ? null : Number(score), label };
}
