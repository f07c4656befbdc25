import type { Head, PageContext } from '../frame/index.js';

/** The pages of an administrator below which others lie. */
const PARENTS = { accounts: '/desk/accounts', calendar: '/desk/calendar', settings: '/desk/rules' } as const;

/** The head of one of an administrator's pages, below the desk and, where it has one, below its list. */
export function headOf(ctx: PageContext, title: string, below?: keyof typeof PARENTS): Head {
  const desk = { text: ctx.t('portal.desk.title'), href: ctx.url('/desk') };
  const list = below && { text: ctx.t(`portal.admin.${below}.title`), href: ctx.url(PARENTS[below]) };
  return { title, unlisted: true, breadcrumbs: [desk, ...(list ? [list] : []), { text: title }] };
}

/** What was just done, of those a page may say; undefined for anything else in its address. */
export function doneIn<T extends string>(ctx: PageContext, ...known: readonly T[]): T | undefined {
  const { done } = ctx.request.query as Record<string, unknown>;
  return known.find((one) => one === done);
}
