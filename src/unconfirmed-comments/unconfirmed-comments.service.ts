import { Injectable } from '@nestjs/common';
import {
  CommentsService,
  contextIn,
  firstReceiptIn,
  MISQUOTED,
  QuotesQueries,
  refusal,
  refuseLooseContext,
  type CommentRow,
} from '../comments/index.js';
import { isOpenAt } from '../consultations/index.js';
import { Env } from '../platform/config/index.js';
import { sqlStateOf, UnitOfWork } from '../platform/database/index.js';
import { dayText } from '../platform/i18n/index.js';
import { hashOf, LetterLimits, newToken, ProvedAddresses } from '../platform/identity/index.js';
import {
  Clock,
  inLanguage,
  invalidAt,
  notPossibleNow,
  Problem,
  type Actor,
  type Language,
} from '../platform/kernel/index.js';
import { Mail } from '../platform/mail/index.js';
import { UnconfirmedComment } from './unconfirmed-comment.entity.js';
import { UnconfirmedCommentsQueries, type Asked } from './unconfirmed-comments.queries.js';
import { UnconfirmedCommentsRepository } from './unconfirmed-comments.repository.js';
import type { UnconfirmedCommentRequest } from './unconfirmed-comments.requests.js';

/** How many hours a comment waits for its confirmation. */
export const CONFIRMATION_HOURS = 24;

const MS_PER_HOUR = 3_600_000;
const TRIES = 3;
const UNIQUE = '23505';

/** A comment that was just posted, and whose it is. */
export interface Confirmed {
  readonly row: CommentRow;
  readonly by: Actor;
}

/**
 * Comments without an account. What was written waits beside the comments, in no journal and for nobody to read, until
 * the reader of the mail confirms it; then it is posted as any other, by the account of that address.
 */
@Injectable()
export class UnconfirmedComments {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly waiting: UnconfirmedCommentsRepository,
    private readonly queries: UnconfirmedCommentsQueries,
    private readonly comments: CommentsService,
    private readonly quotes: QuotesQueries,
    private readonly addresses: ProvedAddresses,
    private readonly limits: LetterLimits,
    private readonly mail: Mail,
    private readonly clock: Clock,
    private readonly env: Env,
  ) {}

  /**
   * Keeps a comment and sends the link. Refused as a comment is; throws `not-possible-now` where none is taken without an
   * account, and `too-many` for too many letters to one address or from one. `from` is the network address.
   */
  async send(consultationId: string, wanted: UnconfirmedCommentRequest, from: string): Promise<void> {
    const { email: typed, displayName, ...said } = wanted;
    const email = typed.toLowerCase();
    const { showName = false, language } = said;
    if (showName && displayName === undefined) throw invalidAt('/displayName', 'text-expected');
    const { title, closesOn } = await this.#taken(consultationId, wanted);
    await this.limits.count(email, from);
    const [token, sentAt] = [newToken(), this.clock.now()];
    const waiting = Object.assign(new UnconfirmedComment(), {
      ...{ tokenHash: hashOf(token), consultationId, email, said, sentAt },
      displayName: showName ? (displayName ?? null) : null,
      expiresAt: new Date(sentAt.getTime() + CONFIRMATION_HOURS * MS_PER_HOUR),
    });
    // No word of whoever writes is in the letter: it would carry anybody's text to anybody's address.
    const link = this.#address(language, `comment-confirmation?token=${token}`);
    const params = { title: inLanguage(title, language).text, closesOn: dayText(language, closesOn), link };
    const letter = { to: email, kind: 'comment-confirmation', language };
    await this.unitOfWork.run(async () => {
      await this.waiting.insert(waiting);
      await this.mail.send({ ...letter, params: { ...params, hours: CONFIRMATION_HOURS } });
    });
  }

  /**
   * Posts what waits for a link, which is of no use after that; the receipt goes by letter too. Refused as the comment of
   * anybody is, then the link can be used again, but for an exact repeat. Throws `not-found` for a link of no use, and
   * `not-possible-now` when the account of the address was disabled.
   */
  async confirm(token: string, from: string): Promise<Confirmed> {
    const tokenHash = hashOf(token);
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.unitOfWork.run(() => this.#confirm(tokenHash, from));
      } catch (error) {
        if (firstReceiptIn(error)) await this.unitOfWork.run(() => this.waiting.remove(tokenHash));
        // The same person signed up or commented by another way in the same moment.
        if (attempt === TRIES || sqlStateOf(error) !== UNIQUE) throw error;
      }
    }
  }

  async #confirm(tokenHash: Buffer, from: string): Promise<Confirmed> {
    const now = this.clock.now();
    const waiting = await this.waiting.take(tokenHash, now);
    if (!waiting) throw new Problem('not-found', { code: 'comment-link-useless' });
    const { consultationId, email, displayName, said } = waiting;
    const { language } = said;
    const by = await this.addresses.holder({ email, displayName, language });
    const posted = await this.comments.post(consultationId, said, by, { at: now, repetition: undefined, from });
    if (!('row' in posted)) throw new Error('A comment without a key was known already.');
    const { receipt: number } = posted.row;
    const params = {
      number,
      link: this.#address(language, `receipts/${number}`),
      password: this.#address(language, 'reset'),
    };
    await this.mail.send({ to: email, kind: 'comment-receipt', language, params });
    return { row: posted.row, by };
  }

  /** The consultation that takes it; the same refusals as of a comment, before anything is kept. */
  async #taken(consultationId: string, wanted: UnconfirmedCommentRequest): Promise<Asked> {
    const { provisionId = null, quote = null } = wanted;
    const asked = await this.queries.asked(consultationId, provisionId);
    refuseUntaken(asked, this.clock.now());
    const quoting = { provisionId, quote, quoteContext: contextIn(wanted) };
    refuseLooseContext(quoting);
    if (quote === null) return asked;
    const fault = await this.quotes.fault({ ...quoting, consultationId, quote });
    if (fault !== undefined) throw MISQUOTED[fault]();
    return asked;
  }

  #address(language: Language, path: string): string {
    return `${this.env.publicUrl}/${language}/${path}`;
  }
}

/** As admission judges, and whether this is taken without an account. */
function refuseUntaken(asked: Asked | undefined, now: Date): asserts asked is Asked {
  if (!asked || asked.publishedOn === null) throw refusal({ fate: 'absent', consultationState: null });
  const { state: consultationState, commentsByEmail, hasProvision } = asked;
  if (consultationState !== 'published') throw refusal({ fate: 'not-open', consultationState });
  if (!isOpenAt(asked, now)) throw refusal({ fate: 'closed', consultationState });
  if (!commentsByEmail) throw notPossibleNow('comments-by-email-not-taken', { state: consultationState });
  if (!hasProvision) throw refusal({ fate: 'provision', consultationState });
}
