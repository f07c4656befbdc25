import type { ComponentChildren, JSX } from 'preact';
import { type Styled, joined } from './markup.js';
import { Tag } from './tag.js';

/** What a phase banner takes: the phase in one word, and what follows from it as children. */
export interface PhaseBannerProps extends Styled {
  readonly tag: ComponentChildren;
  readonly tagClass?: string | undefined;
  readonly children: ComponentChildren;
}

/** Says on every page that this is a demonstration or a trial. */
export function PhaseBanner({ tag, tagClass, class: extra, attributes, children }: PhaseBannerProps): JSX.Element {
  return (
    <div class={joined('govuk-phase-banner', 'govuk-width-container', extra)} {...attributes}>
      <p class="govuk-phase-banner__content">
        <Tag class={joined('govuk-phase-banner__content__tag', tagClass)}>{tag}</Tag>
        <span class="govuk-phase-banner__text">{children}</span>
      </p>
    </div>
  );
}
