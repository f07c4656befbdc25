import { Injectable } from '@nestjs/common';
import { CalendarService } from '../calendar/index.js';
import { CouncilRules } from '../councils/index.js';
import { MembersQueries } from '../members/index.js';
import { MethodologiesQueries } from '../methodologies/index.js';
import { newId, UnitOfWork } from '../platform/database/index.js';
import { Journal } from '../platform/journal/index.js';
import {
  Clock,
  conflict,
  invalidAt,
  notPossibleNow,
  permit,
  type Actor,
  type LocalDate,
} from '../platform/kernel/index.js';
import type { RuleSet } from '../rulebook/index.js';
import { AssessmentParts } from './assessment-parts.queries.js';
import { AssessmentWorkings } from './assessment-workings.service.js';
import { isReplyAwaited, replyDue } from './assessment.deadlines.js';
import { Assessment } from './assessment.entity.js';
import { assessmentEvent } from './assessment.events.js';
import { assessmentLifecycle } from './assessment.lifecycle.js';
import { mayMove } from './assessment.policy.js';
import { AssessmentsRepository } from './assessments.repository.js';
import type { AssessmentRequest, AssessmentReplyRequest } from './assessments.requests.js';
import {
  civilNeeded,
  isMixLawful,
  JUDGED,
  mediansOf,
  mixOf,
  unjudged,
  unsettled,
  type Assessor,
} from './review.policy.js';

/** From the plan of an assessment to its adopted score. */
@Injectable()
export class AssessmentsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly assessments: AssessmentsRepository,
    private readonly parts: AssessmentParts,
    private readonly workings: AssessmentWorkings,
    private readonly methodologies: MethodologiesQueries,
    private readonly members: MembersQueries,
    private readonly rules: CouncilRules,
    private readonly calendar: CalendarService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Throws `invalid` for a period that ends before it starts, `conflict` for a methodology that is not published. */
  async plan(wanted: AssessmentRequest, by: Actor): Promise<string> {
    const { methodologyId, bodyId, councilId, from, to } = wanted;
    if (to < from) throw invalidAt('/to', 'to-before-from');
    return this.unitOfWork.run(async () => {
      const methodology = await this.methodologies.find(methodologyId);
      if (!methodology) throw invalidAt('/methodologyId', 'not-found');
      if (methodology.state !== 'published') throw conflict('methodology-not-published');
      const assessment = planned({ methodologyId, bodyId, councilId, from, to });
      await this.assessments.insert(assessment);
      const data = { methodologyId, bodyId, councilId, from, to };
      this.journal.append(assessmentEvent('assessment.planned', assessment, by, { data }));
      return assessment.id;
    });
  }

  /** Opens the collection of values. */
  async collect(id: string, by: Actor, expected?: number): Promise<void> {
    await this.unitOfWork.run(async () => {
      const { assessment, scope } = await this.assessments.lock(id, expected);
      permit(mayMove(by, 'collection', scope));
      assessment.collect();
      await this.assessments.update(assessment);
      this.journal.append(assessmentEvent('assessment.collection-begun', assessment, by));
    });
  }

  /**
   * Hands the settled indicators to the assessors, or to other assessors. Throws `not-possible-now` while an indicator
   * is not settled or where civil society is too small among them (A3), `invalid` for one who is no member today.
   */
  async review(id: string, memberIds: readonly string[], by: Actor, expected?: number): Promise<void> {
    await this.unitOfWork.run(async () => {
      const { assessment, scope } = await this.assessments.lock(id, expected);
      permit(mayMove(by, 'review', scope));
      assessmentLifecycle.next(assessment.state, 'review');
      const today = this.clock.today();
      const rules = await this.rules.on(assessment.councilId, today);
      const assessors = await this.#assessors(assessment.councilId, memberIds, today);
      this.#refuseUnlawfulMix(assessment, assessors, rules);
      await this.#prepareReview(assessment);
      assessment.openReview();
      await this.assessments.putAssessors(id, assessors);
      await this.assessments.update(assessment);
      const act = { rules: rules.applied('A3'), data: { memberIds, ...mixOf(assessors) } };
      this.journal.append(assessmentEvent('assessment.review-opened', assessment, by, act));
    });
  }

  /** Asks the body to reply, within the term of A1. Throws `not-possible-now` while an assessor has not judged. */
  async requestReply(id: string, by: Actor, expected?: number): Promise<void> {
    await this.unitOfWork.run(async () => {
      const { assessment, assessors, scope } = await this.assessments.lock(id, expected);
      permit(mayMove(by, 'reply-request', scope));
      const today = this.clock.today();
      const rules = await this.rules.on(assessment.councilId, today);
      const term = rules.term('A1');
      assessmentLifecycle.next(assessment.state, 'reply-request');
      await this.#takeMedians(assessment, assessors);
      assessment.requestReply(today, term, replyDue(today, term, await this.calendar.current()));
      await this.assessments.update(assessment);
      const act = { rules: rules.applied('A1'), data: { dueOn: assessment.dueOn } };
      this.journal.append(assessmentEvent('assessment.reply-requested', assessment, by, act));
    });
  }

  /** What the assessed body says; printed beside the score. */
  async reply(id: string, { text, remarks = [] }: AssessmentReplyRequest, by: Actor, expected?: number): Promise<void> {
    await this.unitOfWork.run(async () => {
      const { assessment, scope } = await this.assessments.lock(id, expected);
      permit(mayMove(by, 'reply', scope));
      const codes = new Set((await this.workings.indicators(assessment)).map(({ code }) => code));
      const unknown = remarks.findIndex(({ indicator }) => !codes.has(indicator));
      if (unknown >= 0) throw invalidAt(`/remarks/${unknown}/indicator`, 'not-found');
      assessment.giveReply({ text, remarks }, this.clock.now());
      await this.assessments.update(assessment);
      const data = { remarks: remarks.map(({ indicator }) => indicator) };
      this.journal.append(assessmentEvent('assessment.replied', assessment, by, { data }));
    });
  }

  /** Freezes the workings. Throws `not-possible-now` while the body may still reply and has not (A1). */
  async adopt(id: string, by: Actor, expected?: number): Promise<void> {
    await this.unitOfWork.run(async () => {
      const { assessment, scope } = await this.assessments.lock(id, expected);
      permit(mayMove(by, 'adoption', scope));
      assessmentLifecycle.next(assessment.state, 'adoption');
      const today = this.clock.today();
      const rules = await this.rules.on(assessment.councilId, today);
      this.#refuseBeforeReply(assessment, today, rules);
      assessment.adopt(await this.workings.of(assessment), today);
      await this.assessments.update(assessment);
      const { score, coverage } = assessment.workings?.total ?? {};
      const act = { rules: rules.applied('A1', 'E1'), data: { score, coverage } };
      this.journal.append(assessmentEvent('assessment.adopted', assessment, by, act));
    });
  }

  async #assessors(councilId: string, memberIds: readonly string[], today: LocalDate): Promise<Assessor[]> {
    const members = new Map((await this.members.onDate(councilId, today)).map((one) => [one.memberId, one.seat]));
    return memberIds.map((memberId, at) => {
      const seat = members.get(memberId);
      if (!seat) throw invalidAt(`/assessors/${at}`, 'not-a-member');
      if (memberIds.indexOf(memberId) !== at) throw invalidAt(`/assessors/${at}`, 'duplicate');
      return { memberId, seat };
    });
  }

  #refuseUnlawfulMix({ state }: Assessment, assessors: readonly Assessor[], rules: RuleSet): void {
    const mix = mixOf(assessors);
    const share = rules.fraction('A3');
    if (isMixLawful(mix, share)) return;
    const [rule] = rules.applied('A3');
    const required = civilNeeded(mix.assessors, share);
    throw notPossibleNow('too-few-civil-assessors', {
      state,
      params: { civil: mix.civilSociety, all: mix.assessors, required },
      more: { ...mix, required },
      ...(rule ? { rule } : {}),
    });
  }

  async #prepareReview(assessment: Assessment): Promise<void> {
    const indicators = await this.workings.indicators(assessment);
    const judged = indicators.filter(({ source }) => source === JUDGED).map(({ code }) => code);
    await this.assessments.dropMedians(assessment.id, judged);
    const open = unsettled(indicators, await this.parts.values(assessment.id));
    if (open.length === 0) return;
    throw notPossibleNow('indicators-unsettled', {
      state: assessment.state,
      params: { count: open.length, codes: open.join(', ') },
    });
  }

  async #takeMedians(assessment: Assessment, assessors: readonly Assessor[]): Promise<void> {
    const { id } = assessment;
    const indicators = await this.workings.indicators(assessment);
    const values = await this.parts.values(id);
    const judgements = await this.parts.judgements(id);
    const missing = unjudged(indicators, values, assessors, judgements);
    if (missing.length > 0) {
      throw notPossibleNow('judgements-missing', { state: assessment.state, params: { count: missing.length } });
    }
    await this.assessments.putMedians(id, mediansOf(indicators, values, judgements), this.clock.now());
  }

  #refuseBeforeReply({ state, dueOn, reply }: Assessment, today: LocalDate, rules: RuleSet): void {
    if (dueOn === null || !isReplyAwaited(today, dueOn, reply !== null)) return;
    const [rule] = rules.applied('A1');
    throw notPossibleNow('reply-term-running', { state, params: { dueOn }, ...(rule ? { rule } : {}) });
  }
}

function planned(wanted: Pick<Assessment, 'methodologyId' | 'bodyId' | 'councilId' | 'from' | 'to'>): Assessment {
  return Object.assign(new Assessment(), {
    id: newId(),
    version: 1,
    state: 'planned' as const,
    edition: 1,
    correction: null,
    ...wanted,
    replyRequestedOn: null,
    replyTerm: null,
    dueOn: null,
    provisional: false,
    reply: null,
    repliedAt: null,
    adoptedOn: null,
    workings: null,
    publishedAt: null,
  });
}
