import {
  all,
  attribute,
  children,
  first,
  paragraphsOf,
  textOf,
  treeOf,
  type Element,
  type Parent,
} from './html-tree.js';
import { Findings } from './not-a-portal-page.js';
import { numberIn, readCard, readCrumb, readFiles, readReport } from './open-npa-card.parser.js';
import { readChannels, readComments } from './open-npa-comments.parser.js';
import type { PortalCounters, PortalPage, PortalRow } from './portal-page.js';

const NOTHING = { id: '', name: '' } as const;

/**
 * Reads a saved page of a public discussion on legalacts.egov.kz, whole or only its content block. Throws
 * `NotAPortalPage` that names every part it lacks.
 */
export function readPortalPage(html: string): PortalPage {
  const page = treeOf(html);
  const findings = new Findings();
  const block = findings.need<Parent>('content block (main_1)', first(page, { id: 'main_1' }), page);
  const card = readCard(block, findings);
  const read = {
    id: findings.need('number of the discussion', portalId(block), ''),
    ...card,
    developerBody: findings.need('developing body', readCrumb(block, 'governmentId'), NOTHING),
    category: findings.need('category', readCrumb(block, 'categoryId'), NOTHING),
    files: readFiles(block),
    draftText: readText(block, findings),
    channels: readChannels(block),
    counters: readCounters(block, findings),
    report: readReport(block),
  };
  if (read.channels.length === 0) findings.missing.push('channels of comments');
  findings.refuse();
  const window = { from: card.created, to: card.discussionUntil };
  const comments = readComments(block, read.channels, window, findings);
  findings.refuse();
  return { ...read, comments };
}

/** The number in the address of the page, which the page itself repeats at its thumbs. */
function portalId(block: Parent): string | undefined {
  const thumb = all(block, { tag: 'i', className: 'like' })[0];
  const id = attribute(thumb, 'card-id');
  return id !== undefined && /^\d+$/.test(id) ? id : undefined;
}

/** The rows of the table that stands for the draft; a text without that table is one row without a heading. */
function readText(block: Parent, findings: Findings): PortalRow[] {
  const text = first(block, { className: 'commentable-div' });
  const table = first(text, { tag: 'table' });
  const rows = table ? rowsOf(table) : [];
  if (rows.length > 0) return rows;
  const paragraphs = text ? paragraphsOf(text) : [];
  if (paragraphs.length === 0) findings.missing.push('text of the draft');
  return [{ n: 1, heading: null, paragraphs }];
}

/** Rows of three cells: number, heading, text. */
function rowsOf(table: Element): PortalRow[] {
  // Of this table only, not of tables inside its cells.
  const rows = children(table, { tag: 'tbody' }).flatMap((body) => children(body, { tag: 'tr' }));
  return rows.flatMap((row) => {
    const [number, heading, content] = children(row, { tag: 'td' });
    const n = numberIn(textOf(number));
    if (n === undefined || !heading || !content) return [];
    return [{ n, heading: textOf(heading), paragraphs: paragraphsOf(content) }];
  });
}

function readCounters(block: Parent, findings: Findings): PortalCounters {
  const info = first(block, { tag: 'ul', className: 'blog-info' });
  const items = children(info, { tag: 'li' });
  const beside = (icon: string): string => textOf(items.find((item) => first(item, { className: icon })));
  const thumbs = (kind: string): string | undefined => {
    const spans = info ? all(info, { tag: 'span' }) : [];
    return textOf(spans.find((span) => (attribute(span, 'class') ?? '').startsWith(`${kind}-`)));
  };
  const count = (name: string, text: string | undefined): number =>
    findings.need(`counter of ${name}`, numberIn(text), 0);
  return {
    comments: count('comments', beside('fa-comments')),
    accepted: count('accepted comments', beside('fa-check-square')),
    notAccepted: count('comments not accepted', beside('fa-times-circle')),
    likes: count('likes', thumbs('likeCount')),
    dislikes: count('dislikes', thumbs('dislikeCount')),
    views: count('views', beside('fa-eye')),
  };
}
