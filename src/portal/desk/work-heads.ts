import type { LocalizedText } from '../../platform/kernel/index.js';
import type { Breadcrumb } from '../components/index.js';
import type { Head, PageContext } from '../frame/index.js';

/** The discussion that is worked on. */
export interface Worked {
  readonly id: string;
  readonly title: LocalizedText;
}

/** The way to the pages of the work on a discussion: the desk, then the discussion. */
export function wayToWork(ctx: PageContext, { id, title }: Worked): Breadcrumb[] {
  return [
    { text: ctx.t('portal.desk.title'), href: ctx.url('/desk') },
    { text: ctx.text(title), href: ctx.url(`/desk/consultations/${id}`) },
  ];
}

/** The head of a page of that work; `between` are the pages on the way to it from the discussion. */
export function headOfWork(ctx: PageContext, on: Worked, title: string, ...between: readonly Breadcrumb[]): Head {
  return { title, unlisted: true, breadcrumbs: [...wayToWork(ctx, on), ...between, { text: title }] };
}
