import { hash } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Comment, CommentsRepository, newReceiptNumber, onBehalfOfIn } from '../comments/index.js';
import { BodyRules, CONSULTATION, maySee, windowRules, type Consultation } from '../consultations/index.js';
import { newId, UnitOfWork } from '../platform/database/index.js';
import { Files, FileSights } from '../platform/files/index.js';
import { Journal } from '../platform/journal/index.js';
import {
  addDays,
  Clock,
  invalidAt,
  notPossibleNow,
  permit,
  Problem,
  startOf,
  type Actor,
  type AppliedRule,
  type FieldError,
} from '../platform/kernel/index.js';
import { PaperComment } from './paper-comment.entity.js';
import { commentEntered } from './paper-comment.events.js';
import { faultOfDay, mayEnterComment } from './paper-comment.policy.js';
import { PaperCommentsQueries } from './paper-comments.queries.js';
import { PaperCommentsRepository } from './paper-comments.repository.js';
import type { PaperCommentRequest } from './paper-comments.requests.js';

/**
 * Comments that come as letters. Few and far between, each is an act of its own, beside the batches in which people's
 * own comments are admitted, with the same locks in the same order: consultation (shared), counters, journal.
 */
@Injectable()
export class PaperComments implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly letters: PaperCommentsRepository,
    private readonly queries: PaperCommentsQueries,
    private readonly comments: CommentsRepository,
    private readonly bodyRules: BodyRules,
    private readonly files: Files,
    private readonly sights: FileSights,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.sights.register('scan', (fileId, by) => this.queries.sight(fileId, by));
  }

  /**
   * Enters a letter; gives the id of the comment. Throws `invalid` for a day outside the window (K8), a provision of
   * another draft or a file that is not the caller's, `not-possible-now` once the completion report is published.
   */
  enter(consultationId: string, wanted: PaperCommentRequest, by: Actor): Promise<string> {
    return this.unitOfWork.run(async () => {
      const consultation = await this.letters.consultation(consultationId);
      permit(maySee(by, consultation));
      permit(mayEnterComment(by, consultation));
      const rules = await this.#judge(consultation, wanted);
      if (wanted.authorName === undefined && !wanted.onBehalfOf) throw invalidAt('/authorName', 'author-needed');
      await this.#refuseForeign(consultation.id, wanted.provisionId);
      const letter = letterOf(wanted, by);
      const [scan] = letter.scanId === null ? [] : await this.files.take([letter.scanId], 'scan', by, '').catch(atScan);
      const version = await this.letters.versionAt(consultation, startOf(addDays(wanted.receivedOn, 1)));
      // The counters are locked from here on: what can be refused has been.
      const { comments, people } = await this.comments.count(consultation.id, 1, 1);
      const comment = commentOf(consultation, wanted, { number: comments + 1, participant: people + 1, version });
      Object.assign(comment, { id: letter.commentId, acceptedAt: this.clock.now() });
      await this.comments.insert(comment);
      await this.letters.insert(letter);
      this.journal.append(commentEntered(comment, scan?.hash ?? null, by, rules));
      return comment.id;
    });
  }

  async #judge(
    { state, publishedOn, closesOn, ...of }: Consultation,
    { receivedOn }: PaperCommentRequest,
  ): Promise<AppliedRule[]> {
    if (state !== 'published' || publishedOn === null) {
      throw notPossibleNow('letters-are-over', { stateOf: CONSULTATION.kind, state, possible: [] });
    }
    const today = this.clock.today();
    const rules = (await this.bodyRules.on(of.bodyId, today)).applied(...windowRules(of));
    const code = faultOfDay({ receivedOn, publishedOn, closesOn, today });
    if (code === undefined) return rules;
    const [rule] = rules;
    const error = { pointer: '/receivedOn', code, params: { day: closesOn } };
    throw new Problem('invalid', { errors: [error], ...(rule && { rule }) });
  }

  async #refuseForeign(consultationId: string, provisionId: string | undefined): Promise<void> {
    if (provisionId === undefined || (await this.letters.isProvisionOf(consultationId, provisionId))) return;
    throw invalidAt('/provisionId', 'not-found');
  }
}

function letterOf({ authorName, onBehalfOf, scanId }: PaperCommentRequest, by: Actor): PaperComment {
  const known = { authorName: authorName ?? null, onBehalfOf: onBehalfOfIn(onBehalfOf), scanId: scanId ?? null };
  return Object.assign(new PaperComment(), { commentId: newId(), ...known, enteredBy: by.accountId ?? '' });
}

/** What nobody has done yet with a comment. */
const UNTOUCHED = {
  ...{
    version: 1,
    state: 'accepted',
    accountId: null,
    quote: null,
    quoteContext: null,
    idempotencyKey: null,
    idempotencyHash: null,
  },
  ...{ answeredAt: null, revisedAt: null, answeredBy: null, outcome: null, reasons: null },
  ...{ groupId: null, withdrawnAt: null, disownedAt: null, disownedReason: null, concealment: null },
} as const;

/** Where and in what place the comment stands. */
interface Place {
  readonly number: number;
  readonly participant: number;
  readonly version: number;
}

function commentOf({ id: consultationId }: Consultation, wanted: PaperCommentRequest, place: Place): Comment {
  const { channel, language, text, receivedOn, provisionId = null, authorName = null, onBehalfOf } = wanted;
  const isShown = wanted.showName === true;
  return Object.assign(new Comment(), {
    ...UNTOUCHED,
    ...{ consultationId, channel, language, text, receivedOn, provisionId },
    number: place.number,
    participant: place.participant,
    // Nobody knows whether two letters are of one person: each counts as a participant of its own.
    firstOfParticipant: true,
    versionNumber: place.version,
    textHash: hash('sha256', text),
    receipt: newReceiptNumber(),
    showName: isShown && authorName !== null,
    authorName: isShown ? authorName : null,
    onBehalfOf: isShown ? onBehalfOfIn(onBehalfOf) : null,
  });
}

/** Faults of the one file stand at its field. */
function atScan(error: unknown): never {
  const errors = error instanceof Problem ? error.parts.errors : undefined;
  if (!errors) throw error;
  throw new Problem('invalid', { errors: errors.map((fault): FieldError => ({ ...fault, pointer: '/scanId' })) });
}
