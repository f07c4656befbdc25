import type { ComponentChildren, JSX } from 'preact';
import { LANGUAGES, type Language } from '../../platform/kernel/index.js';
import {
  Breadcrumbs,
  Footer,
  GenericHeader,
  LanguageNavigation,
  PhaseBanner,
  ServiceNavigation,
  SkipLink,
  type Breadcrumb,
} from '../components/index.js';
import { assetNames, FIRST_SCRIPT } from './assets.js';
import type { PageContext } from './page-context.js';
import { Repeated } from './repeated.js';

/** The languages, each named in itself. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { kk: 'Қазақша', ru: 'Русский', en: 'English' };

/** What the frame needs to know of a page. */
export interface Head {
  /** What the page shows; the product's name is added. */
  readonly title: string;
  readonly description?: string | undefined;
  /** The way here from the home page, without the home page; the page itself has no `href`. */
  readonly breadcrumbs?: readonly Breadcrumb[] | undefined;
  /** Instead of breadcrumbs, in the steps of a form. */
  readonly back?: ComponentChildren;
  /** Kept out of search engines: errors, and pages of one person. */
  readonly unlisted?: boolean | undefined;
}

interface LayoutProps {
  readonly ctx: PageContext;
  readonly head: Head;
  readonly children: ComponentChildren;
}

/** The frame around every page. */
export function Layout({ ctx, head, children }: LayoutProps): JSX.Element {
  return (
    <html lang={ctx.lang} class="govuk-template">
      <HeadElement ctx={ctx} head={head} />
      <body class="govuk-template__body">
        <script dangerouslySetInnerHTML={{ __html: FIRST_SCRIPT }} />
        <SkipLink href="#main">{ctx.t('portal.frame.skip')}</SkipLink>
        <header>
          <GenericHeader url={ctx.url('/')}>{ctx.t('portal.name')}</GenericHeader>
          <Sections ctx={ctx} />
          <Languages ctx={ctx} />
          {ctx.env.demo && !ctx.env.production && (
            <PhaseBanner tag={ctx.t('portal.frame.demo')}>{ctx.t('portal.frame.demoText')}</PhaseBanner>
          )}
        </header>
        <div class="govuk-width-container">
          {head.back ? <nav aria-label={ctx.t('portal.frame.way')}>{head.back}</nav> : <Way ctx={ctx} head={head} />}
          <main class="govuk-main-wrapper" id="main" tabIndex={-1}>
            {children}
          </main>
        </div>
        <footer>
          <Repeated ctx={ctx} name={`last ${ctx.lang}`}>
            {() => <LastLines ctx={ctx} />}
          </Repeated>
        </footer>
        <script type="module" src={`/assets/${assetNames().script}`} />
      </body>
    </html>
  );
}

function HeadElement({ ctx, head }: Omit<LayoutProps, 'children'>): JSX.Element {
  const { style, icon } = assetNames();
  const [path = '/', query] = ctx.here.split('?');
  return (
    <head>
      <meta charset="utf-8" />
      <title>{`${head.title} – ${ctx.t('portal.name')}`}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      <meta name="theme-color" content="#0b5563" />
      {head.description && <meta name="description" content={head.description} />}
      {head.unlisted && <meta name="robots" content="noindex" />}
      <link rel="icon" href={`/assets/${icon}`} type="image/svg+xml" />
      {!head.unlisted &&
        LANGUAGES.map((language) => (
          <link rel="alternate" hreflang={language} href={ctx.urlIn(language, path) + (query ? `?${query}` : '')} />
        ))}
      <link rel="stylesheet" href={`/assets/${style}`} />
    </head>
  );
}

/** The sections are the same on all pages of one of them. */
function Sections({ ctx }: { readonly ctx: PageContext }): JSX.Element {
  const [path = '/'] = ctx.here.split('?');
  const { sections } = ctx.navigation;
  const items = [...sections, { name: 'account', path: '/account' }].map((section) => ({
    ...section,
    current: path === section.path,
    active: path === section.path || path.startsWith(`${section.path}/`),
  }));
  const state = items.map(({ current, active }) => (current ? 'c' : active ? 'a' : '-')).join('');
  return (
    <Repeated ctx={ctx} name={`sections ${ctx.lang} ${state}`}>
      {() => (
        <ServiceNavigation
          label={ctx.t('portal.frame.service')}
          menu={ctx.t('portal.frame.menu')}
          navigationLabel={ctx.t('portal.frame.sections')}
          items={items.map(({ name, path: to, current, active }) => ({
            text: ctx.t(`portal.nav.${name}`),
            href: ctx.url(to),
            current,
            active,
          }))}
        />
      )}
    </Repeated>
  );
}

/** Goes by way of the route that remembers the choice, back to this very page. */
function Languages({ ctx }: { readonly ctx: PageContext }): JSX.Element {
  return (
    <div class="kenes-languages">
      <div class="govuk-width-container">
        <LanguageNavigation
          label={ctx.t('portal.frame.language')}
          items={LANGUAGES.map((language) => ({
            text: LANGUAGE_NAMES[language],
            lang: language,
            current: language === ctx.lang,
            href: ctx.urlIn(language, '/language', { page: ctx.here === '/' ? undefined : ctx.here }),
          }))}
        />
      </div>
    </div>
  );
}

function Way({ ctx, head }: Omit<LayoutProps, 'children'>): JSX.Element | null {
  if (!head.breadcrumbs) return null;
  const items = [{ text: ctx.t('portal.nav.home'), href: ctx.url('/') }, ...head.breadcrumbs];
  return <Breadcrumbs label={ctx.t('portal.frame.way')} items={items} collapseOnMobile />;
}

function LastLines({ ctx }: { readonly ctx: PageContext }): JSX.Element {
  const links = ctx.navigation.last.map(({ name, path }) => ({
    text: ctx.t(`portal.nav.${name}`),
    href: ctx.url(path),
  }));
  return (
    <Footer
      meta={{
        title: ctx.t('portal.frame.last'),
        items: [
          ...links,
          { text: ctx.t('portal.nav.api'), href: '/api/v1/openapi.json' },
          { text: ctx.t('portal.frame.law'), href: 'https://adilet.zan.kz/' + LAW[ctx.lang] },
        ],
        content: ctx.t('portal.frame.about'),
      }}
    />
  );
}

/** The Law on Public Councils where laws are published; it has no English text there. */
const LAW: Readonly<Record<Language, string>> = {
  kk: 'kaz/docs/Z1500000383',
  ru: 'rus/docs/Z1500000383',
  en: 'rus/docs/Z1500000383',
};
