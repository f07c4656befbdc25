import {
  Breadcrumbs,
  Footer,
  type FooterSection,
  GenericHeader,
  LanguageNavigation,
  Pagination,
  ServiceNavigation,
  SkipLink,
  SummaryList,
} from '../../../src/portal/components/index.js';
import { type Adapter, type Content, content, level, raw, type Shared, styled } from './fixtures.js';

const breadcrumbs: Adapter = {
  render: (options: Content & { items: readonly Shared[]; collapseOnMobile?: boolean; labelText?: string }) => (
    <Breadcrumbs
      {...styled(options)}
      label={options.labelText ?? 'Breadcrumb'}
      collapseOnMobile={options.collapseOnMobile}
      items={options.items.map((item) => ({ text: content(item), href: item.href, attributes: item.attributes }))}
    />
  ),
};

type LinkOptions = Content & { readonly href: string };

interface FooterOptions extends Content {
  readonly containerClasses?: string;
  readonly meta?: Content & { items?: readonly LinkOptions[]; visuallyHiddenTitle?: string };
  readonly navigation?: readonly {
    title: string;
    columns?: FooterSection['columns'];
    width?: FooterSection['width'];
    items?: readonly LinkOptions[];
  }[];
}

// What belongs to the Crown: its mark, its licence and its copyright.
const CROWN = [
  /<svg(?:(?!<\/svg>)[^])*?class="govuk-footer__crown"[^]*?<\/svg>/,
  /<svg(?:(?!<\/svg>)[^])*?class="govuk-footer__licence-logo"[^]*?<\/svg>/,
  /<span class="govuk-footer__licence-description">[^]*?<\/span>/,
  /<div class="govuk-footer__meta-item">[^]*?<\/div>/,
];

const footer: Adapter = {
  render: (options: FooterOptions) => {
    const { meta } = options;
    const link = ({ text, href, attributes }: LinkOptions) => ({ text, href, attributes });
    return (
      <Footer
        {...styled(options)}
        containerClass={options.containerClasses}
        sections={options.navigation?.map(({ items, ...section }) => ({ ...section, items: items?.map(link) }))}
        meta={
          meta && {
            title: meta.visuallyHiddenTitle ?? 'Support links',
            items: meta.items?.map(link),
            content: content(meta),
          }
        }
      />
    );
  },
  expected: (html) => CROWN.reduce((rest, mark) => rest.replace(mark, ''), html),
};

const genericHeader: Adapter = {
  render: (options: Content & { url?: string; logoText?: string; logoHtml?: string; containerClasses?: string }) => (
    <GenericHeader url={options.url ?? '/'} {...styled(options)} containerClass={options.containerClasses}>
      {options.logoHtml ? raw(options.logoHtml) : options.logoText}
    </GenericHeader>
  ),
};

interface LanguageOptions extends Shared {
  readonly lang: string;
  readonly hrefLang?: string;
  readonly dir?: 'ltr' | 'rtl';
  readonly current?: boolean;
  readonly languageDescriptionText?: string;
}

const languageNavigation: Adapter = {
  render: (options: Content & { ariaLabel?: string; items: readonly LanguageOptions[] }) => (
    <LanguageNavigation
      {...styled(options)}
      label={options.ariaLabel ?? 'Language'}
      items={options.items.map(({ lang, hrefLang, dir, current, href, languageDescriptionText, ...item }) => ({
        ...styled(item),
        text: content(item),
        ...{ lang, hrefLang, dir, current, href },
        description: languageDescriptionText,
      }))}
    />
  ),
};

interface PageLinkOptions extends Shared {
  readonly href: string;
  readonly labelText?: string;
}

interface PageOptions extends Content {
  readonly number?: number | string;
  readonly href?: string;
  readonly current?: boolean;
  readonly ellipsis?: boolean;
  readonly visuallyHiddenText?: string;
}

interface PaginationOptions extends Content {
  readonly landmarkLabel?: string;
  readonly previous?: PageLinkOptions;
  readonly next?: PageLinkOptions;
  readonly items?: readonly (PageOptions | null)[];
}

const pagination: Adapter = {
  render: (options: PaginationOptions) => {
    const arrow = (link: PageLinkOptions | undefined, word: string) =>
      link && {
        href: link.href,
        text: content(link) ?? raw(`${word}<span class="govuk-visually-hidden"> page</span>`),
        label: link.labelText,
        attributes: link.attributes,
      };
    const page = (item: PageOptions | null) => {
      if (item?.ellipsis) return { ellipsis: true as const };
      if (item?.number === undefined) return null;
      const { number, href = '', current, attributes, visuallyHiddenText } = item;
      return { number, href, current, attributes, label: visuallyHiddenText ?? `Page ${number}` };
    };
    return (
      <Pagination
        {...styled(options)}
        label={options.landmarkLabel ?? 'Pagination'}
        previous={arrow(options.previous, 'Previous')}
        next={arrow(options.next, 'Next')}
        items={options.items?.map(page)}
      />
    );
  },
};

interface NavigationOptions extends Content {
  readonly serviceName?: string;
  readonly serviceUrl?: string;
  readonly ariaLabel?: string;
  readonly menuButtonText?: string;
  readonly menuButtonLabel?: string;
  readonly navigationLabel?: string;
  readonly navigationId?: string;
  readonly navigationClasses?: string;
  readonly collapseNavigationOnMobile?: boolean;
  readonly navigation?: readonly ((Shared & { current?: boolean; active?: boolean }) | false | null | '')[];
  readonly slots?: {
    start?: string;
    end?: string | { html: string; align?: 'inline' };
    navigationStart?: string;
    navigationEnd?: string;
  };
}

const serviceNavigation: Adapter = {
  render: (options: NavigationOptions) => {
    const { start, end, navigationStart, navigationEnd } = options.slots ?? {};
    const endHtml = typeof end === 'object' ? end.html : end;
    return (
      <ServiceNavigation
        {...styled(options)}
        label={options.ariaLabel ?? 'Service information'}
        menu={options.menuButtonText ?? 'Menu'}
        menuLabel={options.menuButtonLabel}
        serviceName={options.serviceName}
        serviceUrl={options.serviceUrl}
        navigationLabel={options.navigationLabel}
        navigationId={options.navigationId}
        navigationClass={options.navigationClasses}
        collapseOnMobile={options.collapseNavigationOnMobile}
        items={options.navigation?.map(
          (item) =>
            item && {
              text: content(item),
              href: item.href,
              current: item.current,
              active: item.active,
              attributes: item.attributes,
            },
        )}
        start={start && raw(start)}
        end={endHtml && raw(endHtml)}
        endInline={typeof end === 'object' && end.align === 'inline'}
        navigationStart={navigationStart && raw(navigationStart)}
        navigationEnd={navigationEnd && raw(navigationEnd)}
      />
    );
  },
};

const skipLink: Adapter = {
  render: (options: Shared) => (
    <SkipLink href={options.href || undefined} {...styled(options)}>
      {content(options)}
    </SkipLink>
  ),
};

type ActionOptions = LinkOptions & { readonly visuallyHiddenText?: string };
type Actions = Content & { items?: readonly ActionOptions[] };

interface SummaryListOptions extends Content {
  readonly card?: Content & { title?: Content & { headingLevel?: number }; actions?: Actions };
  readonly rows: readonly ({ key: Content; value: Content; classes?: string; actions?: Actions } | false | null | '')[];
}

const summaryList: Adapter = {
  render: ({ card, rows, ...options }: SummaryListOptions) => {
    const action = (item: ActionOptions) => ({
      ...styled(item),
      text: content(item),
      href: item.href,
      hidden: item.visuallyHiddenText,
    });
    return (
      <SummaryList
        {...styled(options)}
        card={
          card && {
            ...styled(card),
            title: content(card.title),
            titleLevel: level(card.title?.headingLevel),
            titleClass: card.title?.classes,
            actions: card.actions?.items?.map(action),
            actionsClass: card.actions?.classes,
          }
        }
        rows={rows.map(
          (row) =>
            row && {
              key: content(row.key),
              keyClass: row.key.classes,
              value: content(row.value),
              valueClass: row.value.classes,
              class: row.classes,
              actions: row.actions?.items?.map(action),
              actionsClass: row.actions?.classes,
            },
        )}
      />
    );
  },
};

/** Components that lead somewhere. */
export const navigationAdapters: Readonly<Record<string, Adapter>> = {
  breadcrumbs,
  footer,
  'generic-header': genericHeader,
  'language-navigation': languageNavigation,
  pagination,
  'service-navigation': serviceNavigation,
  'skip-link': skipLink,
  'summary-list': summaryList,
};
