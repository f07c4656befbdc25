import type { ComponentChildren, JSX } from 'preact';
import { type Attributes, type Maybe, type Styled, joined } from './markup.js';

/** The page before or after; `text` is “Next” in the page's language, `label` what is there. */
export interface PageLink {
  readonly href: string;
  readonly text: ComponentChildren;
  readonly label?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** A page by its number; `label` (“Page 3”) is what a screen reader says. */
export interface NumberedPage {
  readonly number: number | string;
  readonly href: string;
  readonly label: string;
  readonly current?: boolean | undefined;
  readonly attributes?: Attributes | undefined;
}

/** What pagination takes; `label` names the landmark, lists by cursor have no `items`. */
export interface PaginationProps extends Styled {
  readonly label: string;
  readonly previous?: PageLink | undefined;
  readonly next?: PageLink | undefined;
  readonly items?: readonly Maybe<NumberedPage | { readonly ellipsis: true }>[] | undefined;
}

/** Links to the pages of a list. */
export function Pagination({ label, previous, next, items, ...root }: PaginationProps): JSX.Element {
  const block = !items && Boolean(previous ?? next);
  return (
    <nav
      class={joined('govuk-pagination', block && 'govuk-pagination--block', root.class)}
      aria-label={label}
      {...root.attributes}
    >
      {previous && <ArrowLink link={previous} direction="prev" block={block} />}
      {items && <ul class="govuk-pagination__list">{items.map((item) => item && pageItem(item))}</ul>}
      {next && <ArrowLink link={next} direction="next" block={block} />}
    </nav>
  );
}

function pageItem(item: NumberedPage | { readonly ellipsis: true }): JSX.Element {
  if ('ellipsis' in item) return <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>;
  return (
    <li class={joined('govuk-pagination__item', item.current && 'govuk-pagination__item--current')}>
      <a
        class="govuk-link govuk-pagination__link"
        href={item.href}
        aria-label={item.label}
        aria-current={item.current ? 'page' : undefined}
        {...item.attributes}
      >
        {item.number}
      </a>
    </li>
  );
}

interface ArrowLinkProps {
  readonly link: PageLink;
  readonly direction: 'prev' | 'next';
  readonly block: boolean;
}

function ArrowLink({ link, direction, block }: ArrowLinkProps): JSX.Element {
  const { href, text, label, attributes } = link;
  const arrow = <Arrow direction={direction} />;
  const isFirst = block || direction === 'prev';
  const decorated = block && !label && 'govuk-pagination__link-title--decorated';
  return (
    <div class={`govuk-pagination__${direction}`}>
      <a class="govuk-link govuk-pagination__link" href={href} rel={direction} {...attributes}>
        {isFirst && arrow}
        <span class={joined('govuk-pagination__link-title', decorated)}>{text}</span>
        {label && block && (
          <>
            <span class="govuk-visually-hidden">:</span>
            <span class="govuk-pagination__link-label">{label}</span>
          </>
        )}
        {!isFirst && arrow}
      </a>
    </div>
  );
}

const ARROWS = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
};

function Arrow({ direction }: { readonly direction: 'prev' | 'next' }): JSX.Element {
  return (
    <svg
      class={`govuk-pagination__icon govuk-pagination__icon--${direction}`}
      xmlns="http://www.w3.org/2000/svg"
      height="13"
      width="15"
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 15 13"
    >
      <path d={ARROWS[direction]} />
    </svg>
  );
}
