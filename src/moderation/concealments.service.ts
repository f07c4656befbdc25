import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CalendarService, DueDates } from '../calendar/index.js';
import { type Comment, CommentsRepository, COMMENT_LIFECYCLE } from '../comments/index.js';
import { newId, UnitOfWork } from '../platform/database/index.js';
import { Journal } from '../platform/journal/index.js';
import {
  Clock,
  notPossibleNow,
  permit,
  type Actor,
  type LocalDate,
  type LocalizedText,
} from '../platform/kernel/index.js';
import { Rulebook, type RuleSet } from '../rulebook/index.js';
import { termFrom, type BegunTerm } from './concealment.deadlines.js';
import { Concealment } from './concealment.entity.js';
import { COMMENT, concealmentAct } from './concealment.events.js';
import { isLiftedForGood } from './concealment.lifecycle.js';
import { mayConceal } from './concealment.policy.js';
import { ConcealmentsRepository } from './concealments.repository.js';

/** Why a comment is hidden. */
export interface NewConcealment {
  /** One of the closed list of grounds. */
  readonly ground: string;
  readonly explanation: LocalizedText;
}

/** A body hides a comment of its discussion from the public, and takes that back. Nothing is deleted, all is counted. */
@Injectable()
export class Concealments implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly comments: CommentsRepository,
    private readonly concealments: ConcealmentsRepository,
    private readonly rulebook: Rulebook,
    private readonly calendar: CalendarService,
    private readonly dueDates: DueDates,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Lets the calendar move the last days of appeals and of decisions on them. */
  onModuleInit(): void {
    this.dueDates.register({
      kind: COMMENT,
      open: (lock) => this.concealments.open(lock),
      move: (dates) => this.concealments.move(dates),
    });
  }

  /**
   * Hides a comment, in whatever state its consultation is: it protects people. `expected` is the comment's version.
   * Throws `not-possible-now` for one that is hidden already, was withdrawn, or was shown again on an appeal.
   */
  async conceal(commentId: string, wanted: NewConcealment, by: Actor, expected?: number): Promise<void> {
    await this.unitOfWork.run(async () => {
      const comment = await this.comments.lock(commentId, expected);
      const { bodyId } = await this.comments.consultationOf(comment);
      permit(mayConceal(by, bodyId));
      refuseHidden(comment);
      const rules = await this.rulebook.on(this.clock.today());
      await this.#refuseLifted(comment.id, rules);
      const concealment = await this.#begun(comment.id, bodyId, wanted, by, rules);
      await this.concealments.insert(concealment);
      comment.conceal(concealment.notice);
      await this.comments.update(comment);
      const data = { consultationId: comment.consultationId, ground: wanted.ground, dueOn: concealment.appealDueOn };
      const parts = { rules: rules.applied('N1.appeal', 'N3'), data };
      this.journal.append(concealmentAct('comment.concealed', concealment, by, parts));
    });
  }

  /** The body shows the comment again, with reasons, before an appeal is decided. Conceding an appeal is final. */
  async reverse(commentId: string, reasons: LocalizedText, by: Actor, expected?: number): Promise<void> {
    await this.unitOfWork.run(async () => {
      const comment = await this.comments.lock(commentId);
      const { bodyId } = await this.comments.consultationOf(comment);
      permit(mayConceal(by, bodyId));
      const concealment = await this.concealments.lockLast(comment.id, expected);
      const today = this.clock.today();
      concealment.reverse(today, reasons);
      await this.concealments.update(concealment);
      comment.conceal(concealment.notice);
      await this.comments.update(comment);
      const { consultationId } = comment;
      const data = { consultationId, reversedOn: today, appealed: concealment.appealedOn !== null };
      const rules = (await this.rulebook.on(today)).applied('N3');
      this.journal.append(concealmentAct('comment.concealment-reversed', concealment, by, { rules, data }));
    });
  }

  async #begun(
    commentId: string,
    bodyId: string,
    { ground, explanation }: NewConcealment,
    by: Actor,
    rules: RuleSet,
  ): Promise<Concealment> {
    const today = this.clock.today();
    const term = termFrom(await this.calendar.current(), today, rules.term('N1.appeal'));
    return concealmentOf(
      { commentId, bodyId, ground, explanation, concealedOn: today, concealedBy: by.accountId },
      term,
    );
  }

  async #refuseLifted(commentId: string, rules: RuleSet): Promise<void> {
    const last = await this.concealments.lockLastIfAny(commentId);
    if (!last || !isLiftedForGood(last)) return;
    const [rule] = rules.applied('N2');
    throw notPossibleNow('shown-again-for-good', { state: last.state, possible: [], ...(rule ? { rule } : {}) });
  }
}

function refuseHidden({ state, concealment }: Comment): void {
  const possible = COMMENT_LIFECYCLE.possible(state);
  if (state === 'withdrawn') throw notPossibleNow('comment-withdrawn', { stateOf: COMMENT, state, possible });
  if (concealment !== null) throw notPossibleNow('concealed-already', { state, possible });
}

type Begun = NewConcealment & {
  readonly commentId: string;
  readonly bodyId: string;
  readonly concealedOn: LocalDate;
  readonly concealedBy: string | null;
};

function concealmentOf(begun: Begun, { term, dueOn, provisional }: BegunTerm): Concealment {
  return Object.assign(new Concealment(), begun, {
    ...{ id: newId(), version: 1, state: 'standing' },
    ...{ appealTerm: term, appealDueOn: dueOn, appealDueProvisional: provisional },
    ...{ appealedOn: null, appealGrounds: null, decisionTerm: null, decisionDueOn: null, decisionDueProvisional: null },
    ...{ decidedOn: null, decidedBy: null, outcome: null, reasons: null, reversedOn: null, reversalReasons: null },
  } as const);
}
