import type { PastResult } from '../../assessments/index.js';
import type { LocalizedText } from '../../platform/kernel/index.js';
import { trendChart, type ChartWidth } from '../charts/index.js';
import type { PageContext } from '../frame/index.js';
import { scoreText } from './numbers.js';

/** Results of one body by one version of a methodology, earliest first. */
export interface VersionResults {
  /** Different for all of a body's versions. */
  readonly name: string;
  readonly results: readonly [PastResult, ...PastResult[]];
}

/** The results of a body apart by the version of the methodology, as they are never compared across versions. */
export function byVersion(ctx: PageContext, results: readonly PastResult[]): VersionResults[] {
  const groups = new Map<string, [PastResult, ...PastResult[]]>();
  for (const result of results) {
    const group = groups.get(result.methodologyId);
    if (group) group.push(result);
    else groups.set(result.methodologyId, [result]);
  }
  const given = new Map<string, number>();
  return [...groups.values()].map((group) => {
    const [{ methodology, methodologyVersion: number }] = group;
    const name = `${ctx.text(methodology)}, ${ctx.t('portal.assessments.methodologyVersion', { number })}`;
    const times = (given.get(name) ?? 0) + 1;
    given.set(name, times);
    return { name: times === 1 ? name : `${name} (${times})`, results: group };
  });
}

/** The scores of a body through the years, a line for each version of the methodology; a period counts for its last year. */
export function yearsChart(
  ctx: PageContext,
  body: LocalizedText,
  results: readonly PastResult[],
  width?: ChartWidth,
): string {
  const chart = {
    lang: ctx.lang,
    title: ctx.t('portal.assessments.ofBody', { body: ctx.text(body) }),
    description: ctx.t('portal.assessments.yearsChart'),
    axis: ctx.t('portal.assessments.axis'),
    missing: ctx.t('portal.assessments.noScore'),
    versions: byVersion(ctx, results).map((version) => ({
      name: version.name,
      points: version.results.map(({ to, score }) => ({
        year: Number(to.slice(0, 4)),
        score: score === null ? null : Number(score),
        label: scoreText(ctx, score),
      })),
    })),
  };
  return trendChart(chart, width);
}
