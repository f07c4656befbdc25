import type { ComponentChildren, JSX } from 'preact';
import { type HeadingLevel, joined, type Maybe, scriptTexts, type Styled } from './markup.js';

/** One section; content that is a plain string becomes a paragraph. */
export interface AccordionSection {
  readonly heading: ComponentChildren;
  readonly summary?: ComponentChildren;
  readonly content: ComponentChildren;
  readonly expanded?: boolean | undefined;
}

/** Words of the buttons that scripts add. */
export interface AccordionTexts {
  readonly hideAll: string;
  readonly hide: string;
  readonly hideLabel: string;
  readonly showAll: string;
  readonly show: string;
  readonly showLabel: string;
}

/** What an accordion takes; the id is unique in the whole portal, as scripts remember by it what was open. */
export interface AccordionProps extends Styled {
  readonly id: string;
  readonly headingLevel?: HeadingLevel | undefined;
  readonly texts: AccordionTexts;
  readonly rememberExpanded?: boolean | undefined;
  readonly items: readonly Maybe<AccordionSection>[];
}

/** Sections that scripts fold; without scripts all are open. */
export function Accordion({ id, texts, items, headingLevel = 2, ...props }: AccordionProps): JSX.Element {
  const buttons = scriptTexts({
    'hide-all-sections': texts.hideAll,
    'hide-section': texts.hide,
    'hide-section-aria-label': texts.hideLabel,
    'show-all-sections': texts.showAll,
    'show-section': texts.show,
    'show-section-aria-label': texts.showLabel,
  });
  return (
    <div
      class={joined('govuk-accordion', props.class)}
      data-module="govuk-accordion"
      id={id}
      {...buttons}
      data-remember-expanded={props.rememberExpanded}
      {...props.attributes}
    >
      {items.map((item, at) => item && <Section item={item} id={id} index={at + 1} level={headingLevel} />)}
    </div>
  );
}

interface SectionProps {
  readonly item: AccordionSection;
  readonly id: string;
  readonly index: number;
  readonly level: HeadingLevel;
}

function Section({ item, id, index, level }: SectionProps): JSX.Element {
  const { heading, summary, content, expanded } = item;
  const Heading = `h${level}` as const;
  return (
    <div class={joined('govuk-accordion__section', expanded && 'govuk-accordion__section--expanded')}>
      <div class="govuk-accordion__section-header">
        <Heading class="govuk-accordion__section-heading">
          <span class="govuk-accordion__section-button" id={`${id}-heading-${index}`}>
            {heading}
          </span>
        </Heading>
        {summary && (
          <div class="govuk-accordion__section-summary govuk-body" id={`${id}-summary-${index}`}>
            {summary}
          </div>
        )}
      </div>
      <div id={`${id}-content-${index}`} class="govuk-accordion__section-content">
        {typeof content === 'string' ? <p class="govuk-body">{content}</p> : content}
      </div>
    </div>
  );
}
