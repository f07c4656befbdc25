import type { ComponentChildren, JSX } from 'preact';
import { type Attributes, type Styled, joined } from './markup.js';

/** One fault of a form, with a link to its field where there is one. */
export interface SummarizedError {
  readonly text: ComponentChildren;
  readonly href?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** What an error summary takes; the title is “There is a problem” in the page's language. */
export interface ErrorSummaryProps extends Styled {
  readonly title: ComponentChildren;
  readonly description?: ComponentChildren;
  readonly errors: readonly SummarizedError[];
  readonly disableAutoFocus?: boolean | undefined;
}

/** All faults of a form above it; takes the focus when scripts run. */
export function ErrorSummary({
  title,
  description,
  errors,
  disableAutoFocus,
  ...root
}: ErrorSummaryProps): JSX.Element {
  return (
    <div
      class={joined('govuk-error-summary', root.class)}
      data-disable-auto-focus={disableAutoFocus}
      {...root.attributes}
      data-module="govuk-error-summary"
    >
      <div role="alert">
        <h2 class="govuk-error-summary__title">{title}</h2>
        <div class="govuk-error-summary__body">
          {description && <p>{description}</p>}
          {errors.length > 0 && (
            <ul class="govuk-list govuk-error-summary__list">
              {errors.map(({ text, href, attributes }) => (
                <li>
                  {href ? (
                    <a href={href} {...attributes}>
                      {text}
                    </a>
                  ) : (
                    text
                  )}
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  );
}
