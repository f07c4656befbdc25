import { hash } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CONSULTATION } from '../consultations/index.js';
import { newId, UnitOfWork } from '../platform/database/index.js';
import type { Arrival } from '../platform/http/index.js';
import { AccountClosing } from '../platform/identity/index.js';
import { Journal } from '../platform/journal/index.js';
import {
  addDays,
  Clock,
  conflict,
  invalidAt,
  localDateOf,
  notPossibleNow,
  permit,
  Problem,
  startOf,
  type Actor,
  type Language,
  type LocalDate,
  type LocalizedText,
} from '../platform/kernel/index.js';
import { AnswerProvisions } from './answer-provisions.queries.js';
import { AdmissionRepository } from './admission.repository.js';
import { repeatHashOf, type Candidate, type Judgement } from './admission.js';
import { CommentLimits, type Sender } from './comment-limits.service.js';
import { onBehalfOfIn, type Answer, type Comment } from './comment.entity.js';
import { answerRevised, commentAnswered, commentDisowned, commentWithdrawn } from './comment.events.js';
import { isAnswerable, mayAnswer, mayDisown, mayWithdraw } from './comment.policy.js';
import { CommentFiles } from './comment-files.service.js';
import { CommentsIntake } from './comments.intake.js';
import { CommentsRepository } from './comments.repository.js';
import type { CommentRow } from './comments.responses.js';
import { earlierOf, saysTheSame } from './earlier-answer.js';
import { QuotesQueries } from './quotes.queries.js';
import { newReceiptNumber } from './receipt-number.js';
import { refusal, sentAlready } from './refusals.js';

/** What a citizen says. */
export interface NewComment {
  readonly text: string;
  readonly language: Language;
  readonly provisionId?: string | undefined;
  readonly quote?: string | undefined;
  readonly showName?: boolean | undefined;
  readonly onBehalfOf?: { readonly name: string; readonly bin?: string } | undefined;
  readonly files?: readonly string[] | undefined;
}

/** Another answer, and why the one that stands is changed. */
export interface Revision extends Answer {
  readonly why: LocalizedText;
}

/** A comment just accepted, or the id of the one that the same request made before. */
export type Posted = { readonly row: CommentRow } | { readonly repeatedId: string };

/** The verbs of a comment: it is posted, withdrawn, answered. */
@Injectable()
export class CommentsService implements OnModuleInit {
  constructor(
    private readonly limits: CommentLimits,
    private readonly intake: CommentsIntake,
    private readonly admission: AdmissionRepository,
    private readonly files: CommentFiles,
    private readonly quotes: QuotesQueries,
    private readonly unitOfWork: UnitOfWork,
    private readonly comments: CommentsRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly closing: AccountClosing,
    private readonly provisions: AnswerProvisions,
  ) {}

  onModuleInit(): void {
    this.closing.register((accountId) => this.comments.hideName(accountId));
  }

  /**
   * Accepts a comment while the consultation is open. A repeated request is given what it made the first time. Throws
   * `conflict` with the first receipt when the same person says the same once more, `too-many` and `unavailable` with the
   * time to wait. What comes by no request is not limited.
   */
  async post(consultationId: string, wanted: NewComment, by: Actor, arrival: Arrival): Promise<Posted> {
    const candidate = candidateOf(consultationId.toLowerCase(), wanted, by, arrival);
    if (arrival.from === undefined) return this.#admit(candidate, wanted.files);
    const sender: Sender = {
      personId: candidate.accountId,
      address: arrival.from,
      consultationId: candidate.consultationId,
    };
    this.limits.spend(sender);
    try {
      return await this.#admit(candidate, wanted.files);
    } catch (error) {
      if (error instanceof Problem && error.kind === 'unavailable') this.limits.giveBack(sender);
      throw error;
    }
  }

  /** A request that was accepted before comes with files that are in use by now: it is known again. */
  async #admitWith(files: readonly string[], candidate: Candidate): Promise<Judgement> {
    try {
      return await this.files.admit(candidate, files);
    } catch (error) {
      const isRefused = error instanceof Problem && error.kind === 'invalid';
      if (!isRefused || (await this.#repeated(candidate)) === undefined) throw error;
      return REPEATED;
    }
  }

  /** The author takes his comment back. */
  async withdraw(id: string, by: Actor, expected?: number): Promise<void> {
    await this.unitOfWork.run(async () => {
      const comment = await this.comments.lock(id, expected);
      permit(mayWithdraw(by, comment));
      comment.withdraw(this.clock.now());
      await this.comments.update(comment);
      this.journal.append(commentWithdrawn(comment, by));
    });
  }

  /** The account's holder says that he did not write it. Public and final: the comment stays, without his name. */
  async disown(id: string, reason: string | undefined, by: Actor, expected?: number): Promise<void> {
    await this.unitOfWork.run(async () => {
      const comment = await this.comments.lock(id, expected);
      permit(mayDisown(by, comment));
      comment.disown(this.clock.now(), reason ?? null);
      await this.comments.update(comment);
      this.journal.append(commentDisowned(comment, by));
    });
  }

  /** The body answers, from acceptance on until the completion report is published. */
  async answer(id: string, given: Answer, by: Actor, expected?: number): Promise<void> {
    await this.unitOfWork.run(async () => {
      const comment = await this.comments.lock(id, expected);
      await this.#refuseUnanswerable(comment, by);
      const answer = await this.provisions.known(comment.consultationId, given);
      comment.answer(answer, by.accountId, this.clock.now());
      await this.comments.update(comment);
      this.journal.append(commentAnswered(comment, by));
    });
  }

  async #admit(candidate: Candidate, files: readonly string[] = []): Promise<Posted> {
    await this.#refuseMisquoted(candidate);
    const judgement = await this.#judge(candidate, files);
    if (judgement.fate === 'accepted') return { row: rowOf(candidate, judgement) };
    const repeatedId = await this.#repeated(candidate);
    if (repeatedId !== undefined) return { repeatedId };
    if (judgement.fate === 'sent-already') throw await this.#sentAlready(judgement);
    throw refusal(judgement);
  }

  /** In a batch; with files, and inside an act that decides with it, in the transaction of these. */
  #judge(candidate: Candidate, files: readonly string[]): Promise<Judgement> {
    if (files.length > 0) return this.#admitWith(files, candidate);
    return this.unitOfWork.managerIfAny ? this.admission.admitInAct(candidate) : this.intake.admit(candidate);
  }

  /** Tells the author the receipt of what he said the first time. */
  async #sentAlready({ earlierId }: Judgement): Promise<Problem> {
    const earlier = earlierId === null ? undefined : await this.admission.receiptOf(earlierId);
    return earlier ? sentAlready(earlier) : new Problem('unavailable');
  }

  /** Words that nobody finds in the text would be answered as if they stood there; in what was accepted before they did. */
  async #refuseMisquoted(candidate: Candidate): Promise<void> {
    const { consultationId, provisionId, quote } = candidate;
    if (quote === null || !(await this.quotes.isMisquoted({ consultationId, provisionId, quote }))) return;
    if ((await this.#repeated(candidate)) === undefined) throw invalidAt('/quote', 'quote-not-found');
  }

  /** The body puts another answer in the place of the one that stands; refused as the first one is. */
  async revise(id: string, { why, ...given }: Revision, by: Actor, expected?: number): Promise<void> {
    await this.unitOfWork.run(async () => {
      const comment = await this.comments.lock(id, expected);
      await this.#refuseUnanswerable(comment, by);
      const answer = await this.provisions.known(comment.consultationId, given);
      const number = await this.comments.answerNumber(comment);
      const now = this.clock.now();
      const earlier = earlierOf(comment, number, { why, replacedBy: by.accountId, replacedAt: now });
      comment.revise(answer, by.accountId, now);
      if (saysTheSame(earlier, answer)) throw invalidAt('/reasons', 'unchanged');
      await this.comments.insertEarlier(earlier);
      await this.comments.update(comment);
      this.journal.append(answerRevised(comment, number + 1, by));
    });
  }

  async #refuseUnanswerable(comment: Comment, by: Actor): Promise<void> {
    const { state, bodyId } = await this.comments.consultationOf(comment);
    permit(mayAnswer(by, bodyId));
    if (!isAnswerable(state))
      throw notPossibleNow('answers-are-over', { stateOf: CONSULTATION.kind, state, possible: [] });
  }

  /** The comment that this request made before; throws `conflict` when its key was used for another body. */
  async #repeated({ accountId, consultationId, repetition }: Candidate): Promise<string | undefined> {
    if (!repetition) return undefined;
    const earlier = await this.admission.earlier({ accountId, consultationId, repetition });
    if (!earlier) return undefined;
    if (!earlier.bodyHash.equals(repetition.bodyHash)) throw conflict('key-used-for-another-body');
    return earlier.commentId;
  }
}

const REPEATED: Judgement = {
  fate: 'repeated',
  consultationState: null,
  bodyId: null,
  number: null,
  participant: null,
  versionNumber: null,
  earlierId: null,
};

let day = { date: '', from: 0, until: 0 };

/** `localDateOf`, asked once a day instead of once a comment. */
function dateOf(at: Date): LocalDate {
  const ms = at.getTime();
  if (ms < day.from || ms >= day.until) {
    const date = localDateOf(at);
    day = { date, from: startOf(date).getTime(), until: startOf(addDays(date, 1)).getTime() };
  }
  return day.date;
}

function candidateOf(consultationId: string, wanted: NewComment, by: Actor, { at, repetition }: Arrival): Candidate {
  if (by.accountId === null) throw new Problem('sign-in-required');
  const { text, language, provisionId = null, quote = null, showName = false } = wanted;
  const said = { consultationId, accountId: by.accountId, textHash: hash('sha256', text), provisionId, quote };
  return {
    id: newId(),
    consultationId,
    by,
    accountId: said.accountId,
    acceptedAt: at,
    acceptedOn: dateOf(at),
    language,
    channel: 'public',
    text,
    textHash: said.textHash,
    provisionId,
    quote,
    showName,
    onBehalfOf: onBehalfOfIn(wanted.onBehalfOf),
    receipt: newReceiptNumber(),
    repetition,
    repeatHash: repeatHashOf(said),
  };
}

// Field by field: copying by rest and spread is what the profile of a burst shows first.
function rowOf(one: Candidate, judgement: Judgement): CommentRow {
  return {
    id: one.id,
    version: 1,
    consultationId: one.consultationId,
    consultationState: judgement.consultationState ?? '',
    bodyId: judgement.bodyId ?? '',
    number: judgement.number ?? 0,
    state: 'accepted',
    channel: one.channel,
    language: one.language,
    text: one.text,
    textHash: one.textHash,
    provisionId: one.provisionId,
    versionNumber: judgement.versionNumber,
    place: one.provisionId === null ? null : 'same',
    quote: one.quote,
    accountId: one.accountId,
    showName: one.showName,
    authorName: one.by.displayName,
    participant: judgement.participant ?? 0,
    onBehalfOf: one.onBehalfOf,
    acceptedAt: one.acceptedAt,
    receivedOn: null,
    disownedAt: null,
    receipt: one.receipt,
    answeredAt: null,
    revisedAt: null,
    outcome: null,
    reasons: null,
    answerProvisionId: null,
    withdrawnAt: null,
    concealment: null,
    groupId: null,
  };
}
