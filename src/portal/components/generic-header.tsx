import type { ComponentChildren, JSX } from 'preact';
import { joined, type Styled } from './markup.js';

/** What the header takes: where its name leads, and the name or mark as children. */
export interface GenericHeaderProps extends Styled {
  readonly url: string;
  readonly containerClass?: string | undefined;
  readonly children: ComponentChildren;
}

/** The header of services that are not GOV.UK: our name, no crown. */
export function GenericHeader({ url, containerClass, children, ...root }: GenericHeaderProps): JSX.Element {
  return (
    <div class={joined('govuk-generic-header', root.class)} {...root.attributes}>
      <div class={joined('govuk-generic-header__container', containerClass ?? 'govuk-width-container')}>
        <div class="govuk-generic-header__logo">
          <a href={url} class="govuk-generic-header__homepage-link">
            {children}
          </a>
        </div>
      </div>
    </div>
  );
}
