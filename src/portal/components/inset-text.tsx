import type { ComponentChildren, JSX } from 'preact';
import { type Styled, joined } from './markup.js';

/** What an inset text takes. */
export interface InsetTextProps extends Styled {
  readonly id?: string | undefined;
  readonly children: ComponentChildren;
}

/** A passage set apart from the text around it, such as a quotation of the law. */
export function InsetText({ id, class: extra, attributes, children }: InsetTextProps): JSX.Element {
  return (
    <div id={id} class={joined('govuk-inset-text', extra)} {...attributes}>
      {children}
    </div>
  );
}
