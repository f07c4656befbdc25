import type { AssessmentRecord } from '../../assessments/index.js';
import type { Dimension, Indicator } from '../../methodologies/index.js';
import type { PageContext } from '../frame/index.js';
import { exactNumber } from './numbers.js';

/** What a record says of one indicator. */
export type AssessedValue = AssessmentRecord['values'][number];

/** An indicator with what is known of it; without an entry nothing is. */
export interface AssessedIndicator {
  readonly indicator: Indicator;
  readonly value: AssessedValue | undefined;
}

/** A dimension with its score and its indicators, in the order of the methodology. */
export interface AssessedDimension {
  readonly code: Dimension['code'];
  readonly weight: string | null;
  readonly score: string | null;
  readonly counted: number;
  readonly of: number;
  readonly indicators: readonly AssessedIndicator[];
}

/** The record beside the methodology that names its parts. */
export function assessedDimensions(
  { dimensions: scores, values }: Pick<AssessmentRecord, 'dimensions' | 'values'>,
  { dimensions }: { readonly dimensions: readonly Dimension[] },
): AssessedDimension[] {
  return dimensions.map(({ code, weight, indicators }) => {
    const { score = null, counted = 0 } = scores.find((one) => one.code === code) ?? {};
    const known = (indicator: Indicator): AssessedIndicator => ({
      indicator,
      value: values.find((value) => value.indicator === indicator.code),
    });
    return { code, weight, score, counted, of: indicators.length, indicators: indicators.map(known) };
  });
}

/** The value in words: a number with its unit, or that there is none and why. Missing is never shown as a number. */
export function valueText(ctx: PageContext, { indicator, value }: AssessedIndicator): string {
  if (!value || value.status === 'missing') return ctx.t('portal.assessments.status.missing');
  if (value.status === 'not_applicable' || value.value === null)
    return ctx.t('portal.assessments.status.not_applicable');
  const isJudged = indicator.source === 'council_judgement';
  const number = exactNumber(ctx, value.value);
  return isJudged ? number : `${number} ${indicator.unit}`;
}

/** What becomes of a missing value, by the treatment the methodology declares; undefined for what is not missing. */
export function treatmentText(ctx: PageContext, { indicator, value }: AssessedIndicator): string | undefined {
  if (value && value.status !== 'missing') return undefined;
  const isCarried = indicator.missing === 'carry_over' && value?.carriedFrom != null;
  const way = indicator.missing === 'carry_over' && !isCarried ? 'nothing_to_carry' : indicator.missing;
  return ctx.t(`portal.assessments.treated.${way}`);
}
