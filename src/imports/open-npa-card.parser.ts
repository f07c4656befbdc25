import type { LocalDate } from '../platform/kernel/index.js';
import { all, attribute, children, first, textOf, type Element, type Parent } from './html-tree.js';
import type { Findings } from './not-a-portal-page.js';
import type { PortalLanguage, PortalName, PortalPage } from './portal-page.js';
import { dayOf, instantOf } from './portal-time.js';

type Label = 'status' | 'version' | 'actType' | 'created' | 'until' | 'onlineFrom' | 'onlineTo';

/** What the card calls its rows. */
const LABELS: Readonly<Record<PortalLanguage, Readonly<Record<Label, string>>>> = {
  ru: {
    status: 'Статус:',
    version: 'Версия проекта:',
    actType: 'Тип НПА:',
    created: 'Дата создания:',
    until: 'Публичное обсуждение до:',
    onlineFrom: 'Дата запуска онлайн-обсуждения:',
    onlineTo: 'Дата окончания онлайн-обсуждения:',
  },
  kk: {
    status: 'Статус:',
    version: 'Жоба нұсқасы:',
    actType: 'НҚА түрі:',
    created: 'Құру күні:',
    until: 'Қоғамдық талқылаудың мерзімі:',
    onlineFrom: 'Онлайн талқылау басталу уақыты:',
    onlineTo: 'Онлайн талқылау аяқталу уақыты:',
  },
};

type Card = Pick<
  PortalPage,
  'language' | 'title' | 'actType' | 'status' | 'created' | 'discussionUntil' | 'onlineDiscussion' | 'version'
>;

const NO_DATE: LocalDate = '';

/** The card at the top: title, status, kind of act, dates. The labels tell the language of the page. */
export function readCard(block: Parent, findings: Findings): Card {
  const view = first(block, { className: 'view-npa' });
  const rows = new Map(children(view, { tag: 'small' }).map((row) => [textOf(first(row, { tag: 'b' })), row]));
  const language = languageOf(rows);
  const value = (label: Label): string | undefined => {
    const row = rows.get(LABELS[language ?? 'ru'][label]);
    return row && textOf(row, ['b']);
  };
  return {
    language: findings.need('language of the page', language, 'ru'),
    title: findings.need('title', textOf(first(view, { tag: 'h2' })), ''),
    actType: findings.need('type of act', value('actType'), ''),
    status: findings.need('status', value('status'), ''),
    created: findings.need('date of creation', dayOf(value('created') ?? ''), NO_DATE),
    discussionUntil: findings.need('last day of the discussion', dayOf(value('until') ?? ''), NO_DATE),
    onlineDiscussion: {
      start: instantOf(value('onlineFrom') ?? '') ?? null,
      end: instantOf(value('onlineTo') ?? '') ?? null,
    },
    version: findings.need('version of the draft', numberIn(value('version')), 0),
  };
}

/** The number in `Версия 1` or `Нұсқасы 1`. */
export function numberIn(text: string | undefined): number | undefined {
  const digits = /\d+/.exec(text ?? '')?.[0];
  return digits === undefined ? undefined : Number(digits);
}

/** The link of the breadcrumb whose address carries this parameter. */
export function readCrumb(block: Parent, parameter: string): PortalName | undefined {
  const trail = first(block, { tag: 'ul', className: 'breadcrumb' });
  return trail && linked(all(trail, { tag: 'a' }), parameter, (link) => textOf(link))[0];
}

/** Attached files, each with its number on the portal. */
export function readFiles(block: Parent): PortalName[] {
  const list = first(block, { tag: 'ul', className: 'conceptFiles' });
  return children(list, { tag: 'li' }).flatMap((item) =>
    linked(all(item, { tag: 'a' }), 'id', () => textOf(first(item, { tag: 'label' }))),
  );
}

/** The link to the report on the discussion and the file of it. */
export function readReport(block: Parent): PortalPage['report'] {
  const links = all(block, { tag: 'a' }).map((link) => addressOf(link));
  const page = links.find((address) => address?.pathname === '/report');
  const file = links.find((address) => address?.pathname === '/application/downloadreport');
  return page ? { viewPath: page.pathname + page.search, downloadId: file?.searchParams.get('id') ?? null } : null;
}

function linked(links: readonly Element[], parameter: string, name: (link: Element) => string): PortalName[] {
  return links.flatMap((link) => {
    const id = addressOf(link)?.searchParams.get(parameter);
    return id !== null && id !== undefined && /^\d+$/.test(id) ? [{ id, name: name(link) }] : [];
  });
}

/** A browser that saves a whole page makes its links absolute; both kinds are read alike. */
function addressOf(link: Element): URL | undefined {
  const href = attribute(link, 'href') ?? '';
  const portal = 'https://legalacts.egov.kz';
  return URL.canParse(href, portal) ? new URL(href, portal) : undefined;
}

function languageOf(rows: ReadonlyMap<string, unknown>): PortalLanguage | undefined {
  const known = (language: PortalLanguage): number =>
    Object.values(LABELS[language]).filter((label) => rows.has(label)).length;
  if (known('ru') === known('kk')) return undefined;
  return known('ru') > known('kk') ? 'ru' : 'kk';
}
