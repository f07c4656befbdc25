import type { ComponentChildren, JSX } from 'preact';
import { type Styled, joined } from './markup.js';

/** What is wrong with a field; `prefix` is the word “Error” in the page's language, heard but not seen. */
export interface FieldError extends Styled {
  readonly prefix: string;
  readonly message: ComponentChildren;
}

/** What an error message takes; an empty `prefix` leaves the word out. */
export interface ErrorMessageProps extends Styled {
  readonly id?: string | undefined;
  readonly prefix: string;
  readonly children: ComponentChildren;
}

/** The message at a field that is wrong. */
export function ErrorMessage({ id, prefix, class: extra, attributes, children }: ErrorMessageProps): JSX.Element {
  return (
    <p id={id} class={joined('govuk-error-message', extra)} {...attributes}>
      {prefix && (
        <>
          <span class="govuk-visually-hidden">{prefix}:</span>{' '}
        </>
      )}
      {children}
    </p>
  );
}
