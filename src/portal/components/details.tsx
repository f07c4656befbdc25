import type { ComponentChildren, JSX } from 'preact';
import { type Styled, joined } from './markup.js';

/** What details take: the summary that is always seen, and what it opens as children. */
export interface DetailsProps extends Styled {
  readonly id?: string | undefined;
  readonly summary: ComponentChildren;
  readonly open?: boolean | undefined;
  readonly children: ComponentChildren;
}

/** A text that the reader opens when it is wanted; works without scripts. */
export function Details({ id, summary, open, class: extra, attributes, children }: DetailsProps): JSX.Element {
  return (
    <details id={id} class={joined('govuk-details', extra)} {...attributes} open={open}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summary}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  );
}
