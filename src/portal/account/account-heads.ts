import type { Head, PageContext } from '../frame/index.js';

/** The head of a page about signing up or in: kept out of search engines. */
export function headOf(ctx: PageContext, key: string): Head {
  return { title: ctx.t(key), unlisted: true };
}

/** The head of a page below the account. */
export function headBelow(ctx: PageContext, key: string): Head {
  const title = ctx.t(key);
  const account = { text: ctx.t('portal.account.title'), href: ctx.url('/account') };
  return { title, unlisted: true, breadcrumbs: [account, { text: title }] };
}

/** What was just done, of those a page may say; undefined for anything else in its address. */
export function doneIn<T extends string>(ctx: PageContext, ...known: readonly T[]): T | undefined {
  const { done } = ctx.request.query as Record<string, unknown>;
  return known.find((one) => one === done);
}

/** The token in the address of a link of a letter. */
export function tokenIn(ctx: PageContext): string | undefined {
  const { token } = ctx.request.query as Record<string, unknown>;
  return typeof token === 'string' && token !== '' ? token : undefined;
}
