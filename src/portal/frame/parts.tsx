import type { JSX } from 'preact';
import { notFound } from '../../platform/kernel/index.js';
import { Pagination } from '../components/index.js';
import type { PageContext, QueryValues } from './page-context.js';

/** A long text, or a list known whole, of which one part is shown. */
export interface Part<Item> {
  readonly items: readonly Item[];
  /** From 1. */
  readonly part: number;
  readonly parts: number;
}

/**
 * The part that a link asks for, the first if it does not say; where items have ids, also by the id of one of them (`at`).
 * Throws `not-found` for a part that is not there.
 */
export function partOf<Item>(
  query: unknown,
  all: readonly Item[],
  size: number,
  idOf?: (item: Item) => string,
): Part<Item> {
  const parts = Math.max(1, Math.ceil(all.length / size));
  const { part: asked, at } = query as Record<string, unknown>;
  const place = idOf && at !== undefined ? all.findIndex((item) => idOf(item) === at) : -1;
  const part = asked ?? String(Math.floor(Math.max(0, place) / size) + 1);
  if (typeof part !== 'string' || !/^[1-9]\d{0,4}$/.test(part) || Number(part) > parts) throw notFound();
  const number = Number(part);
  return { items: all.slice((number - 1) * size, number * size), part: number, parts };
}

/** On to the next part and back; nothing where there is one. */
export function Parts({ ctx, path, query = {}, part, parts, at = '' }: PartsProps): JSX.Element | null {
  if (parts === 1) return null;
  const link = (number: number) => ({
    href: ctx.url(path, { ...query, part: number === 1 ? undefined : number }) + at,
    text: ctx.t(number < part ? 'portal.consultation.before' : 'portal.consultation.after'),
    label: ctx.t('portal.consultation.part', { number }),
  });
  return (
    <Pagination
      label={ctx.t('portal.consultation.partsLabel')}
      previous={part > 1 ? link(part - 1) : undefined}
      next={part < parts ? link(part + 1) : undefined}
    />
  );
}

interface PartsProps extends Pick<Part<unknown>, 'part' | 'parts'> {
  readonly ctx: PageContext;
  readonly path: string;
  readonly query?: QueryValues;
  /** The place on the page, as `#text`. */
  readonly at?: string;
}
