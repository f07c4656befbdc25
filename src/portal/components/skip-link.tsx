import type { ComponentChildren, JSX } from 'preact';
import { type Styled, joined } from './markup.js';

/** What a skip link takes; `href` is the id of the main content, `#content` if not said. */
export interface SkipLinkProps extends Styled {
  readonly href?: string | undefined;
  readonly children: ComponentChildren;
}

/** The first link of a page, for those who go by keyboard: past the header to the content. */
export function SkipLink({ href, class: extra, attributes, children }: SkipLinkProps): JSX.Element {
  return (
    <a href={href ?? '#content'} class={joined('govuk-skip-link', extra)} {...attributes} data-module="govuk-skip-link">
      {children}
    </a>
  );
}
