import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Comment, commentAnswered, CommentsRepository, newReceiptNumber, type Answer } from '../comments/index.js';
import { newId } from '../platform/database/index.js';
import { Journal } from '../platform/journal/index.js';
import type { Actor } from '../platform/kernel/index.js';
import type { Import } from './import.entity.js';
import { commentImported } from './import.events.js';
import { ImportedComment } from './imported-comment.entity.js';
import { ImportsRepository, type KnownComment } from './imports.repository.js';
import { languageOf } from './portal-language.js';
import { channelOf } from './portal-lists.js';
import type { PortalComment, PortalPage } from './portal-page.js';

/** Numbers that a consultation's next comment and next participant follow on. */
interface Counts {
  readonly comments: number;
  readonly people: number;
}

/** Comments of a page with what became of them: each is taken over once, and answered when an answer is read. */
@Injectable()
export class ImportedComments {
  constructor(
    private readonly repository: ImportsRepository,
    private readonly comments: CommentsRepository,
    private readonly journal: Journal,
  ) {}

  /** Returns how many were not known. */
  async takeOver(page: PortalPage, record: Import, by: Actor): Promise<number> {
    const known = await this.repository.knownComments(record.id);
    const byNumber = new Map(known.map((one) => [one.externalId, one]));
    for (const comment of page.comments) await this.#answer(comment, byNumber.get(comment.id), by);
    // The page shows the newest first; numbers follow the order of acceptance.
    const fresh = page.comments.filter(({ id }) => !byNumber.has(id)).reverse();
    if (fresh.length > 0) await this.#add(fresh, page.version, record, known, by);
    return fresh.length;
  }

  async #add(
    fresh: readonly PortalComment[],
    version: number,
    record: Import,
    known: readonly KnownComment[],
    by: Actor,
  ): Promise<void> {
    const people = new Map(known.map(({ author, participant }) => [author, participant]));
    const newcomers = new Set(fresh.map(({ author }) => author).filter((author) => !people.has(author)));
    const counts = await this.comments.count(record.consultationId, fresh.length, newcomers.size);
    const comments = fresh.map((from, at) =>
      commentOf(from, version, record, people, { ...counts, comments: counts.comments + at }),
    );
    const origins = fresh.map((from, at) => originOf(from, comments[at]?.id ?? '', record));
    await this.repository.insertComments(comments, origins);
    for (const comment of comments) this.journal.append(commentImported(comment, by));
  }

  /** A comment that stood without an answer may have one on a page that was saved later. */
  async #answer(from: PortalComment, known: KnownComment | undefined, by: Actor): Promise<void> {
    const given = answerIn(from);
    if (known?.state !== 'accepted' || !given) return;
    const { comment, origin } = await this.repository.lockComment(known.commentId);
    comment.answer(given.answer, null, given.at);
    const { mark, replies, reasonsLanguage } = originOf(from, comment.id, { id: origin.importId });
    Object.assign(origin, { mark, replies, reasonsLanguage });
    await this.repository.updateComment(comment, origin);
    this.journal.append(commentAnswered(comment, by));
  }
}

const UNANSWERED = { answeredAt: null, revisedAt: null, answeredBy: null, outcome: null, reasons: null } as const;
/** What only comments of this platform have. */
const UNTOLD = {
  receivedOn: null,
  authorName: null,
  onBehalfOf: null,
  disownedAt: null,
  disownedReason: null,
} as const;

function commentOf(
  from: PortalComment,
  version: number,
  { consultationId }: Import,
  people: Map<string, number>,
  counts: Counts,
): Comment {
  const isFirst = !people.has(from.author);
  // A participant is an author's name: the portal tells no more.
  if (isFirst) people.set(from.author, Math.max(counts.people, ...people.values()) + 1);
  const comment = Object.assign(new Comment(), {
    id: newId(),
    version: 1,
    consultationId,
    number: counts.comments + 1,
    state: 'accepted',
    channel: channelOf(from.channel),
    language: languageOf(from.text),
    text: from.text,
    textHash: hash('sha256', from.text),
    provisionId: null,
    versionNumber: version,
    quote: null,
    showName: false,
    accountId: null,
    participant: people.get(from.author) ?? 0,
    firstOfParticipant: isFirst,
    acceptedAt: from.submittedAt,
    receipt: newReceiptNumber(),
    ...UNANSWERED,
    groupId: null,
    withdrawnAt: null,
    ...UNTOLD,
    concealment: null,
  });
  const given = answerIn(from);
  if (given) comment.answer(given.answer, null, given.at);
  return comment;
}

function originOf(from: PortalComment, commentId: string, { id: importId }: Pick<Import, 'id'>): ImportedComment {
  const given = answerIn(from);
  return Object.assign(new ImportedComment(), {
    commentId,
    importId,
    externalId: from.id,
    author: from.author,
    fragment: from.fragment,
    mark: from.mark,
    replies: from.replies.map((reply) => ({ ...reply, submittedAt: reply.submittedAt.toISOString() })),
    reasonsLanguage: given ? languageOf(given.answer.reasons.kk) : null,
  });
}

/** The mark is the outcome, the official answers are its reasons; without one of them it is no answer in our terms. */
function answerIn({ mark, replies }: PortalComment): { answer: Answer; at: Date } | undefined {
  const last = replies.at(-1);
  if (mark === null || !last) return undefined;
  const reasons = replies.map(({ text }) => text).join('\n\n');
  const outcome = mark === 'accepted' ? 'accepted' : 'declined';
  return { answer: { outcome, reasons: { kk: reasons, ru: reasons } }, at: last.submittedAt };
}
