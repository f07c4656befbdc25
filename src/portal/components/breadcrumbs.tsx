import type { ComponentChildren, JSX } from 'preact';
import { type Attributes, type Styled, joined } from './markup.js';

/** One step of the way from the home page; the page itself has no `href`. */
export interface Breadcrumb {
  readonly text: ComponentChildren;
  readonly href?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** What breadcrumbs take; `label` names the landmark. */
export interface BreadcrumbsProps extends Styled {
  readonly label: string;
  readonly items: readonly Breadcrumb[];
  readonly collapseOnMobile?: boolean | undefined;
}

/** The way from the home page to this one. */
export function Breadcrumbs({ label, items, collapseOnMobile, ...root }: BreadcrumbsProps): JSX.Element {
  const collapsing = collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile';
  return (
    <nav class={joined('govuk-breadcrumbs', root.class, collapsing)} {...root.attributes} aria-label={label}>
      <ol class="govuk-breadcrumbs__list">
        {items.map(({ text, href, attributes }) =>
          href ? (
            <li class="govuk-breadcrumbs__list-item">
              <a class="govuk-breadcrumbs__link" href={href} {...attributes}>
                {text}
              </a>
            </li>
          ) : (
            <li class="govuk-breadcrumbs__list-item" aria-current="page">
              {text}
            </li>
          ),
        )}
      </ol>
    </nav>
  );
}
