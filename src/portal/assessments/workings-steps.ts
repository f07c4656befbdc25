import { HUNDRED, weightedMean, type Workings } from '../../assessments/index.js';
import { Rational } from '../../platform/kernel/index.js';
import type { PageContext } from '../frame/index.js';
import { exactNumber } from './numbers.js';

/** One result with the sum that gives it, all numbers unrounded; without a sum nothing counted. */
export interface Step {
  readonly name: string;
  readonly sum: string;
  readonly result: string | null;
}

interface Weighed {
  readonly weight: string;
  readonly score: string;
}

/** How the score of each dimension comes about: Σ weight × score ÷ Σ weight of those that count. */
export function dimensionSteps(ctx: PageContext, workings: Workings): Step[] {
  const isE1 = workings.methodology.formula === 'e1';
  return workings.methodology.dimensions.map(({ code, indicators }) => ({
    name: ctx.t(`portal.assessments.dimension.${code}`),
    sum: meanText(
      ctx,
      indicators.flatMap((one) => weighed(workings, one.code, isE1 ? one.influence : one.weight)),
    ),
    result: workings.dimensions.find((one) => one.code === code)?.score ?? null,
  }));
}

/** How the total comes about. */
export function totalSteps(ctx: PageContext, workings: Workings): Step[] {
  return workings.methodology.formula === 'e1' ? officialSteps(ctx, workings) : [weightedStep(ctx, workings)];
}

function weightedStep(ctx: PageContext, { methodology, dimensions, total }: Workings): Step {
  const parts = methodology.dimensions.flatMap(({ code, weight }) => {
    const score = dimensions.find((one) => one.code === code)?.score ?? null;
    return weight === null || score === null ? [] : [{ weight, score }];
  });
  return {
    name: ctx.t('portal.workings.total'),
    sum: total.score === null ? '' : sumText(ctx, parts),
    result: total.score,
  };
}

/** G, S and the index of rule E1; both means as percentages. */
function officialSteps(ctx: PageContext, workings: Workings): Step[] {
  const { factor = '', dimensions } = workings.methodology;
  const indicators = dimensions.flatMap(({ indicators: own }) => own);
  const indexes = (['G', 'S'] as const).map((index): Step => {
    const parts = indicators
      .filter((one) => one.index === index)
      .flatMap((one) => weighed(workings, one.code, one.influence));
    return { name: `${index}, %`, sum: meanText(ctx, parts), result: meanOf(parts) };
  });
  const sum = `${HUNDRED.toString()} × G × (1 + (S − 1) × ${exactNumber(ctx, factor)})`;
  const result = workings.total.score;
  return [...indexes, { name: ctx.t('portal.workings.total'), sum: result === null ? '' : sum, result }];
}

function weighed({ values }: Workings, code: string, weight: string | null | undefined): Weighed[] {
  const score = values.find(({ indicator }) => indicator === code)?.normalized ?? null;
  return score === null || weight === null || weight === undefined ? [] : [{ weight, score }];
}

function meanOf(parts: readonly Weighed[]): string | null {
  const exact = parts.map(({ weight, score }) => ({ weight: Rational.parse(weight), score: Rational.parse(score) }));
  return weightedMean(exact)?.toString() ?? null;
}

function meanText(ctx: PageContext, parts: readonly Weighed[]): string {
  if (parts.length === 0) return '';
  return `(${sumText(ctx, parts)}) ÷ (${parts.map(({ weight }) => exactNumber(ctx, weight)).join(' + ')})`;
}

function sumText(ctx: PageContext, parts: readonly Weighed[]): string {
  return parts.map(({ weight, score }) => `${exactNumber(ctx, weight)} × ${exactNumber(ctx, score)}`).join(' + ');
}
