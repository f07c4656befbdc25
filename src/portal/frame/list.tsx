import type { ComponentChildren, JSX } from 'preact';
import { Pagination } from '../components/index.js';
import type { PageContext, QueryValues } from './page-context.js';

/** One thing of a list: its name leads to it, its facts follow. */
export interface ListItem {
  readonly href: string;
  readonly title: ComponentChildren;
  readonly facts: readonly ComponentChildren[];
  readonly children?: ComponentChildren;
}

/** What a list takes; `level` is that of the headings in it. */
export interface ListProps {
  readonly items: readonly ListItem[];
  readonly level: 2 | 3 | 4;
  /** Said when there is nothing. */
  readonly empty: string;
}

/** Things one below the other. */
export function List({ items, level, empty }: ListProps): JSX.Element {
  const Heading = `h${level}` as const;
  if (items.length === 0) return <p class="govuk-body">{empty}</p>;
  return (
    <ul class="kenes-list">
      {items.map(({ href, title, facts, children }) => (
        <li class="kenes-list__item">
          <Heading class="govuk-heading-s govuk-!-margin-bottom-1">
            <a class="govuk-link" href={href}>
              {title}
            </a>
          </Heading>
          <p class="govuk-body-s kenes-list__facts">
            {facts.filter(Boolean).map((fact) => (
              <span>{fact}</span>
            ))}
          </p>
          {children}
        </li>
      ))}
    </ul>
  );
}

/** On to the next page of a list, and back to its start; nothing for a list of one page. */
export function Paging({ ctx, path, query, next }: PagingProps): JSX.Element | null {
  const { after, ...filters } = query;
  if (next === null && after === undefined) return null;
  return (
    <Pagination
      label={ctx.t('portal.frame.pages')}
      previous={after === undefined ? undefined : { href: ctx.url(path, filters), text: ctx.t('portal.frame.first') }}
      next={
        next === null
          ? undefined
          : { href: ctx.url(path, { ...filters, after: next }), text: ctx.t('portal.frame.more') }
      }
    />
  );
}

interface PagingProps {
  readonly ctx: PageContext;
  readonly path: string;
  readonly query: QueryValues;
  /** The cursor of the next page. */
  readonly next: string | null;
}
