import type { ComponentChildren, JSX } from 'preact';
import { type Styled, joined } from './markup.js';

/** What a warning takes; `prefix` is the word “Warning” in the page's language, heard in place of the sign. */
export interface WarningTextProps extends Styled {
  readonly prefix: string;
  readonly children: ComponentChildren;
}

/** A warning of consequences that cannot be taken back. */
export function WarningText({ prefix, class: extra, attributes, children }: WarningTextProps): JSX.Element {
  return (
    <div class={joined('govuk-warning-text', extra)} {...attributes}>
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{prefix}</span>
        {'\n'}
        {children}
      </strong>
    </div>
  );
}
