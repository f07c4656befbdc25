import { Injectable } from '@nestjs/common';
import { BodyRules, ConsultationsQueries } from '../consultations/index.js';
import { CouncilRules } from '../councils/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import { Journal } from '../platform/journal/index.js';
import {
  Clock,
  notPossibleNow,
  permit,
  type Actor,
  type FieldError,
  type LocalizedText,
} from '../platform/kernel/index.js';
import type { RuleSet } from '../rulebook/index.js';
import { inBothLanguages, missingIn, refusalOf, type Demanded, type GivenText } from './both-languages.js';
import type { Opinion, OpinionAnswer } from './opinion.entity.js';
import { opinionAnswered } from './opinion.events.js';
import { opinionLifecycle, type OpinionDecision } from './opinion.lifecycle.js';
import { mayAnswer } from './opinion.policy.js';
import { OpinionsRepository } from './opinions.repository.js';

/** An answer as it comes in: what has to be there follows from the decision (K3, K4). */
export interface AnswerDraft {
  readonly decision: OpinionDecision;
  readonly letter?: GivenText;
  readonly reasons?: GivenText;
  readonly signedBy?: string;
}

/** The answers of bodies to opinions (K3, K4). */
@Injectable()
export class OpinionAnswers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly opinions: OpinionsRepository,
    private readonly consultations: ConsultationsQueries,
    private readonly councilRules: CouncilRules,
    private readonly bodyRules: BodyRules,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Records the answer, late or in time, once; also after the report and the conclusion. */
  answer(id: string, draft: AnswerDraft, by: Actor, expected?: number): Promise<void> {
    return this.unitOfWork.run(async () => {
      const opinion = await this.opinions.lock(id, expected);
      permit(mayAnswer(by, opinion));
      opinionLifecycle.next(opinion.state, 'response');
      await this.#refuseWithdrawn(opinion);
      const today = this.clock.today();
      const { councilId, bodyId } = opinion;
      const rules = await (councilId === null
        ? this.bodyRules.on(bodyId, today)
        : this.councilRules.on(councilId, today));
      opinion.answer(today, completeAnswer(draft, rules));
      await this.opinions.update(opinion);
      this.journal.append(opinionAnswered(opinion, by, rules.applied(...rulesOf(draft.decision))));
    });
  }

  async #refuseWithdrawn({ consultationId }: Opinion): Promise<void> {
    const consultation = await this.consultations.find(consultationId);
    if (consultation?.state !== 'withdrawn') return;
    throw notPossibleNow('opinion-after-withdrawal', { state: consultation.state, possible: [] });
  }
}

/** K3 asks for the letter, K4 for the reasons. */
function rulesOf(decision: OpinionDecision): string[] {
  return [...(decision === 'rejected' ? [] : ['K3']), ...(decision === 'accepted' ? [] : ['K4'])];
}

/** The answer, whole. Throws `invalid` for all that is missing, naming K4 where reasons are, else K3. */
function completeAnswer(draft: AnswerDraft, rules: RuleSet): OpinionAnswer {
  const [k3, k4] = rules.applied('K3', 'K4');
  const { decision, signedBy } = draft;
  const letter = { pointer: '/letter', text: draft.letter, code: 'acceptance-needs-letter', rule: k3 };
  const reasons = { pointer: '/reasons', text: draft.reasons, code: 'opinion-needs-reasons', rule: k4 };
  const unreasoned = faultsIn(reasons, decision !== 'accepted');
  const errors = [...faultsIn(letter, decision !== 'rejected'), ...unreasoned];
  if (signedBy === undefined) errors.push({ pointer: '/signedBy', code: 'answer-needs-signer' });
  if (errors.length > 0 || signedBy === undefined) throw refusalOf(errors, unreasoned.length > 0 ? k4 : k3);
  return { decision, letter: wholeOrNone(letter), reasons: wholeOrNone(reasons), signedBy };
}

/** A text that need not be there is still in both languages where it is. */
function faultsIn(demanded: Demanded, needed: boolean): FieldError[] {
  return needed || demanded.text !== undefined ? missingIn(demanded) : [];
}

function wholeOrNone(demanded: Demanded): LocalizedText | null {
  return demanded.text === undefined ? null : inBothLanguages(demanded);
}
