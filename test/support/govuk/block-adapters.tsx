import { Accordion, NotificationBanner, Panel, PhaseBanner } from '../../../src/portal/components/index.js';
import { type Adapter, type Content, content, level, raw, type Shared, styled, withAttributes } from './fixtures.js';

const ACCORDION = {
  'hide-all-sections': 'Hide all sections',
  'hide-section': 'Hide',
  'hide-section-aria-label': 'Hide this section',
  'show-all-sections': 'Show all sections',
  'show-section': 'Show',
  'show-section-aria-label': 'Show this section',
};

interface AccordionOptions extends Content {
  readonly id: string;
  readonly headingLevel?: number;
  readonly rememberExpanded?: boolean;
  readonly hideAllSectionsText?: string;
  readonly hideSectionText?: string;
  readonly hideSectionAriaLabelText?: string;
  readonly showAllSectionsText?: string;
  readonly showSectionText?: string;
  readonly showSectionAriaLabelText?: string;
  readonly items: readonly (
    | { heading: Content; summary?: Content; content: Content; expanded?: boolean }
    | false
    | null
    | ''
  )[];
}

const accordion: Adapter = {
  render: (options: AccordionOptions) => (
    <Accordion
      id={options.id}
      {...styled(options)}
      headingLevel={level(options.headingLevel)}
      rememberExpanded={options.rememberExpanded}
      texts={{
        hideAll: options.hideAllSectionsText ?? ACCORDION['hide-all-sections'],
        hide: options.hideSectionText ?? ACCORDION['hide-section'],
        hideLabel: options.hideSectionAriaLabelText ?? ACCORDION['hide-section-aria-label'],
        showAll: options.showAllSectionsText ?? ACCORDION['show-all-sections'],
        show: options.showSectionText ?? ACCORDION['show-section'],
        showLabel: options.showSectionAriaLabelText ?? ACCORDION['show-section-aria-label'],
      }}
      items={options.items.map(
        (item) =>
          item && {
            heading: content(item.heading),
            summary: content(item.summary),
            content: content(item.content),
            expanded: item.expanded,
          },
      )}
    />
  ),
  expected: (html) => withAttributes(html, ACCORDION),
};

interface BannerOptions extends Content {
  readonly type?: string;
  readonly role?: 'alert' | 'region';
  readonly titleText?: string;
  readonly titleHtml?: string;
  readonly titleId?: string;
  readonly titleHeadingLevel?: number;
  readonly disableAutoFocus?: boolean;
}

const notificationBanner: Adapter = {
  render: (options: BannerOptions) => (
    <NotificationBanner
      {...styled(options)}
      title={
        options.titleHtml
          ? raw(options.titleHtml)
          : (options.titleText ?? (options.type === 'success' ? 'Success' : 'Important'))
      }
      titleId={options.titleId}
      titleLevel={level(options.titleHeadingLevel)}
      success={options.type === 'success'}
      role={options.role}
      disableAutoFocus={options.disableAutoFocus}
      heading={options.text}
    >
      {options.html && raw(options.html)}
    </NotificationBanner>
  ),
};

interface PanelOptions extends Content {
  readonly titleText?: string;
  readonly titleHtml?: string;
  readonly headingLevel?: number;
  readonly actions?: Content & { items?: readonly (Shared & { type?: 'button' | 'submit' })[] };
}

const panel: Adapter = {
  render: (options: PanelOptions) => {
    const classes = (options.classes ?? '').split(' ').filter((name) => name !== 'govuk-panel--interruption');
    const actions = options.actions && (options.actions.items ?? []);
    return (
      <Panel
        {...styled({ ...options, classes: classes.join(' ') })}
        interruption={options.classes?.includes('govuk-panel--interruption')}
        title={options.titleHtml ? raw(options.titleHtml) : options.titleText}
        titleLevel={level(options.headingLevel)}
        actions={actions?.map((action) => ({
          ...styled(action),
          text: action.text,
          href: action.href,
          type: action.type,
        }))}
        actionsClass={options.actions?.classes}
        actionsAttributes={options.actions?.attributes}
      >
        {content(options)}
      </Panel>
    );
  },
};

const phaseBanner: Adapter = {
  render: (options: Content & { tag?: Content }) => (
    <PhaseBanner {...styled(options)} tag={content(options.tag)} tagClass={options.tag?.classes}>
      {content(options)}
    </PhaseBanner>
  ),
};

/** Components that set a part of the page apart. */
export const blockAdapters: Readonly<Record<string, Adapter>> = {
  accordion,
  'notification-banner': notificationBanner,
  panel,
  'phase-banner': phaseBanner,
};
