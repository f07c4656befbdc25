import { Injectable } from '@nestjs/common';
import { CalendarService } from '../calendar/index.js';
import { CommentsRepository, type Comment } from '../comments/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import { Journal } from '../platform/journal/index.js';
import { Clock, notPossibleNow, permit, Problem, type Actor, type LocalDate } from '../platform/kernel/index.js';
import { Rulebook, type RuleSet } from '../rulebook/index.js';
import { isTooLateToAppeal, lateDecisions, termFrom } from './concealment.deadlines.js';
import type { AppealDecision, Concealment } from './concealment.entity.js';
import { COMMENT, concealmentAct } from './concealment.events.js';
import { CONCEALMENT } from './concealment.lifecycle.js';
import { mayAppeal, mayDecide, partOf } from './concealment.policy.js';
import { ConcealmentsRepository } from './concealments.repository.js';

/** The author of a hidden comment appeals once, within the term; the authority decides, finally. */
@Injectable()
export class Appeals {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly comments: CommentsRepository,
    private readonly concealments: ConcealmentsRepository,
    private readonly rulebook: Rulebook,
    private readonly calendar: CalendarService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Records the author's appeal. After its last day it is refused, naming N1.appeal. */
  async appeal(commentId: string, grounds: string, by: Actor, expected?: number): Promise<void> {
    await this.unitOfWork.run(async () => {
      const comment = await this.comments.lock(commentId);
      permit(mayAppeal(by, comment));
      const concealment = await this.concealments.lockLast(comment.id, expected);
      const today = this.clock.today();
      const rules = await this.rulebook.on(today);
      refuseWithdrawn(comment);
      refuseLate(concealment, rules, today);
      concealment.appeal(today, grounds, termFrom(await this.calendar.current(), today, rules.term('N1.decision')));
      await this.#save(comment, concealment);
      const { decisionDueOn: dueOn, decisionDueProvisional: provisional } = concealment;
      const data = { consultationId: comment.consultationId, appealedOn: today, dueOn, provisional };
      const parts = { rules: rules.applied('N1.appeal', 'N1.decision'), data };
      this.journal.append(concealmentAct('comment.concealment-appealed', concealment, by, parts));
    });
  }

  /** Decides on an appeal, late or in time. Throws `not-allowed`, naming N2, for who hid the comment or wrote it. */
  async decide(commentId: string, decision: AppealDecision, by: Actor, expected?: number): Promise<void> {
    await this.unitOfWork.run(async () => {
      permit(mayDecide(by));
      const comment = await this.comments.lock(commentId);
      const concealment = await this.concealments.lockLast(comment.id, expected);
      const today = this.clock.today();
      const rules = await this.rulebook.on(today);
      refusePartisan(by, comment, concealment, rules);
      concealment.decide(today, decision, by.accountId);
      await this.#save(comment, concealment);
      const late = lateDecisions(concealment.decisionDueOn, today).length > 0;
      const data = { consultationId: comment.consultationId, outcome: decision.outcome, decidedOn: today, late };
      const parts = { rules: rules.applied('N1.decision', 'N2'), data };
      this.journal.append(concealmentAct('comment.appeal-decided', concealment, by, parts));
    });
  }

  async #save(comment: Comment, concealment: Concealment): Promise<void> {
    await this.concealments.update(concealment);
    comment.conceal(concealment.notice);
    await this.comments.update(comment);
  }
}

function refuseWithdrawn({ state }: Comment): void {
  if (state !== 'withdrawn') return;
  throw notPossibleNow('comment-withdrawn', { stateOf: COMMENT, state, possible: [] });
}

/** The term is the one that was applied when the comment was hidden, not that of today. */
function refuseLate(concealment: Concealment, rules: RuleSet, today: LocalDate): void {
  const { state, appealTerm, appealDueOn } = concealment;
  if (state !== 'standing' || !isTooLateToAppeal(concealment, today)) return;
  throw notPossibleNow('appeal-too-late', {
    state,
    possible: CONCEALMENT.possible(state).filter((move) => move !== 'appeal'),
    params: { dueOn: appealDueOn },
    rule: { id: 'N1.appeal', value: appealTerm, basis: rules.rule('N1.appeal').basis },
  });
}

function refusePartisan(by: Actor, { accountId }: Comment, concealment: Concealment, rules: RuleSet): void {
  const { bodyId, concealedBy } = concealment;
  const code = partOf(by, { bodyId, accountId, concealedBy });
  if (code === undefined) return;
  const [rule] = rules.applied('N2');
  throw new Problem('not-allowed', rule ? { code, rule } : { code });
}
