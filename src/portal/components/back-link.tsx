import type { ComponentChildren, JSX } from 'preact';
import { type Styled, joined } from './markup.js';

/** What a link back takes: where to, and its words as children. */
export interface BackLinkProps extends Styled {
  readonly href: string;
  readonly children: ComponentChildren;
}

/** A link to the page before, above the heading of a step in a form. */
export function BackLink({ href, class: extra, attributes, children }: BackLinkProps): JSX.Element {
  return (
    <a href={href} class={joined('govuk-back-link', extra)} {...attributes}>
      {children}
    </a>
  );
}
