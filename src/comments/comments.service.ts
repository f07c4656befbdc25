import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CONSULTATION } from '../consultations/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import type { Arrival } from '../platform/http/index.js';
import { AccountClosing } from '../platform/identity/index.js';
import { Journal } from '../platform/journal/index.js';
import {
  Clock,
  conflict,
  invalidAt,
  notPossibleNow,
  permit,
  Problem,
  type Actor,
  type LocalizedText,
} from '../platform/kernel/index.js';
import { AnswerProvisions } from './answer-provisions.queries.js';
import { AdmissionRepository } from './admission.repository.js';
import type { Candidate, Judgement } from './admission.js';
import { candidateOf, rowOf, type NewComment } from './candidates.js';
import { CommentLimits, type Sender } from './comment-limits.service.js';
import type { Answer, Comment } from './comment.entity.js';
import { answerRevised, commentAnswered, commentDisowned, commentWithdrawn } from './comment.events.js';
import { isAnswerable, mayAnswer, mayDisown, mayWithdraw } from './comment.policy.js';
import { CommentFiles } from './comment-files.service.js';
import { CommentsIntake } from './comments.intake.js';
import { CommentsRepository } from './comments.repository.js';
import type { CommentRow } from './comment-row.js';
import { earlierOf, saysTheSame } from './earlier-answer.js';
import { QuotesQueries } from './quotes.queries.js';
import { MISQUOTED, refusal, refuseLooseContext, sentAlready } from './refusals.js';

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
    if (judgement.fate === 'accepted') return { row: rowOf(candidate, judgement, files.length) };
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
    const { consultationId, provisionId, quote, quoteContext } = candidate;
    refuseLooseContext(candidate);
    if (quote === null) return;
    const fault = await this.quotes.fault({ consultationId, provisionId, quote, quoteContext });
    if (fault !== undefined && (await this.#repeated(candidate)) === undefined) throw MISQUOTED[fault]();
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
