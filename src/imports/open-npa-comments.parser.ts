import {
  all,
  attribute,
  children,
  classesOf,
  first,
  linesOf,
  ownTextOf,
  rawTextOf,
  textOf,
  type Element,
  type Parent,
} from './html-tree.js';
import { numberIn } from './open-npa-card.parser.js';
import type { Findings } from './not-a-portal-page.js';
import type { PortalComment, PortalName, PortalReply } from './portal-page.js';
import { answeredAt, commentedAt, type Window } from './portal-time.js';

const NEVER = new Date(0);

/** The channels that have a tab above the comments. */
export function readChannels(block: Parent): PortalName[] {
  return all(block, { tag: 'li', className: 'tablinks' }).flatMap((tab) => {
    const id = /^tab-(\d+)$/.exec(attribute(tab, 'id') ?? '')?.[1];
    return id === undefined ? [] : [{ id, name: textOf(tab) }];
  });
}

/** Comments of the channel that the page shows, newest first, each with its official answers. */
export function readComments(
  block: Parent,
  channels: readonly PortalName[],
  window: Window,
  findings: Findings,
): PortalComment[] {
  const list = first(block, { className: 'main-comments' });
  const comments = children(list, { className: 'media' });
  if (comments.length === 0) return [];
  const channel = findings.need('channel of the comments', shownChannel(block, channels), '');
  return comments.map((comment, at) => readComment(comment, at + 1, channel, window, findings));
}

/** The heading above the comments is the channel's name; the tabs say it by number. */
function shownChannel(block: Parent, channels: readonly PortalName[]): string | undefined {
  const headings = all(block, { tag: 'h2' }).map((heading) => textOf(heading));
  const named = channels.find(({ name }) => headings.includes(name))?.id;
  return named ?? numberIn(attribute(first(block, { className: 'commentsTab' }), 'onload'))?.toString();
}

function readComment(media: Element, n: number, channel: string, window: Window, findings: Findings): PortalComment {
  const [body] = children(media, { className: 'media-body' });
  const headings = children(body, { className: 'media-heading' });
  const entry = readEntry(body, `comment ${n}`, (text) => commentedAt(text, window), findings);
  const replies = children(body, { className: 'media' }).map((reply, at) => {
    const [inner] = children(reply, { className: 'media-body' });
    const answered = (text: string): Date | undefined => answeredAt(text, entry.submittedAt);
    return readEntry(inner, `reply ${at + 1} to comment ${n}`, answered, findings);
  });
  return { n, channel, ...entry, fragment: readFragment(headings), mark: readMark(headings), replies };
}

function readEntry(
  body: Element | undefined,
  where: string,
  dated: (text: string) => Date | undefined,
  findings: Findings,
): PortalReply {
  const headings = children(body, { className: 'media-heading' });
  const [paragraph] = children(body, { tag: 'p' });
  const times = headings.flatMap((heading) => children(heading, { tag: 'span' })).map((span) => ownTextOf(span));
  return {
    id: findings.need(`${where}: number`, attribute(paragraph, 'id'), ''),
    author: findings.need(`${where}: author`, ownTextOf(headings[0]), ''),
    submittedAt: findings.need(`${where}: time`, dated(times.join(' ')), NEVER),
    text: findings.need(`${where}: text`, linesOf(paragraph), ''),
  };
}

function readFragment(headings: readonly Element[]): PortalComment['fragment'] {
  const [link] = headings.flatMap((heading) => all(heading, { tag: 'a', className: 'view-comment-part' }));
  const anchor = attribute(link, 'npa-id');
  return link && anchor !== undefined ? { anchor, label: rawTextOf(link).trim() } : null;
}

function readMark(headings: readonly Element[]): PortalComment['mark'] {
  const icons = headings.flatMap((heading) => all(heading, { tag: 'i' })).flatMap((icon) => classesOf(icon));
  if (icons.some((name) => name.startsWith('fa-times'))) return 'not accepted';
  return icons.some((name) => name.startsWith('fa-check')) ? 'accepted' : null;
}
