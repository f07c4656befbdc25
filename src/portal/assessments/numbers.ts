import type { PageContext } from '../frame/index.js';

/** An exact number as it is written in the page's language: a decimal of any length, or a fraction. */
export function exactNumber({ lang }: PageContext, text: string): string {
  return lang === 'en' ? text : text.replace('.', ',');
}

/** A score of two places, or that there is none. */
export function scoreText(ctx: PageContext, score: string | null): string {
  return score === null ? ctx.t('portal.assessments.noScore') : exactNumber(ctx, score);
}

/** A period in words: a calendar year by its number. */
export function periodText(ctx: PageContext, { from, to }: { readonly from: string; readonly to: string }): string {
  const year = from.slice(0, 4);
  const isYear = from === `${year}-01-01` && to === `${year}-12-31`;
  if (isYear) return ctx.t('portal.assessments.year', { year });
  return ctx.t('portal.assessments.period', { from: ctx.format.date(from), to: ctx.format.date(to) });
}
