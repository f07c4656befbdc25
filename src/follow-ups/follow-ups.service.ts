import { Injectable } from '@nestjs/common';
import { AssessmentsQueries, maySeeUnpublished } from '../assessments/index.js';
import { CouncilRules } from '../councils/index.js';
import { newId, UnitOfWork } from '../platform/database/index.js';
import { Journal } from '../platform/journal/index.js';
import {
  Clock,
  invalidAt,
  notFound,
  notPossibleNow,
  permit,
  type Actor,
  type LocalDate,
  type LocalizedText,
} from '../platform/kernel/index.js';
import { RecommendationsQueries } from '../recommendations/index.js';
import { FollowUp, type FollowUpVerdict } from './follow-up.entity.js';
import { followUpEvent } from './follow-up.events.js';
import { mayMove, mayPromise } from './follow-up.policy.js';
import { FollowUpsRepository, type NewReport } from './follow-ups.repository.js';
import type { FollowUpRequest, MeasureRequest } from './follow-ups.requests.js';

type Origin = Pick<FollowUp, 'assessmentId' | 'indicator' | 'recommendationId' | 'councilId' | 'bodyId'>;

/** Measures promised after an assessment or a recommendation, followed to their end. */
@Injectable()
export class FollowUpsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly followUps: FollowUpsRepository,
    private readonly assessments: AssessmentsQueries,
    private readonly recommendations: RecommendationsQueries,
    private readonly rules: CouncilRules,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Promises a measure after a published assessment; one that names an indicator answers it (A2.threshold). */
  async promiseAfterAssessment(assessmentId: string, wanted: FollowUpRequest, by: Actor): Promise<string> {
    return this.unitOfWork.run(async () => {
      const edition = await this.assessments.edition(assessmentId);
      if (!edition) throw await this.#unpublished(assessmentId, by);
      const { bodyId, councilId, workings } = edition;
      permit(mayPromise(by, { councilId }));
      const { indicator = null } = wanted;
      const isKnown = workings.methodology.dimensions.some(({ indicators }) =>
        indicators.some(({ code }) => code === indicator),
      );
      if (indicator !== null && !isKnown) throw invalidAt('/indicator', 'not-found');
      return this.#promise(wanted, { assessmentId, indicator, recommendationId: null, councilId, bodyId }, by);
    });
  }

  /** Promises a measure after a recommendation that the body accepted, wholly or partly. */
  async promiseAfterRecommendation(recommendationId: string, wanted: MeasureRequest, by: Actor): Promise<string> {
    return this.unitOfWork.run(async () => {
      const recommendation = await this.recommendations.find(recommendationId);
      if (!recommendation) throw notFound();
      const { state, decision, bodyId, councilId } = recommendation;
      permit(mayPromise(by, { councilId }));
      if (decision !== 'accepted' && decision !== 'partly') {
        throw notPossibleNow('recommendation-not-accepted', { state });
      }
      return this.#promise(wanted, { assessmentId: null, indicator: null, recommendationId, councilId, bodyId }, by);
    });
  }

  /** The body tells how far it is, or that it has finished. */
  async report(id: string, report: NewReport, by: Actor, expected?: number): Promise<void> {
    await this.unitOfWork.run(async () => {
      const followUp = await this.followUps.lock(id, expected);
      permit(mayMove(by, report.kind, followUp));
      followUp.report(report.kind);
      await this.followUps.addReport(id, report, this.clock.now());
      await this.followUps.update(followUp);
      const what = report.kind === 'completion' ? 'follow-up.completed' : 'follow-up.progressed';
      this.journal.append(followUpEvent(what, followUp, by));
    });
  }

  /** The body refuses the measure, with reasons. */
  async refuse(id: string, reasons: LocalizedText, by: Actor, expected?: number): Promise<void> {
    await this.unitOfWork.run(async () => {
      const followUp = await this.followUps.lock(id, expected);
      permit(mayMove(by, 'refusal', followUp));
      followUp.refuse(reasons, this.clock.now());
      await this.followUps.update(followUp);
      this.journal.append(followUpEvent('follow-up.refused', followUp, by));
    });
  }

  /** The council says what it found. */
  async verify(
    id: string,
    { verdict, grounds }: { verdict: FollowUpVerdict; grounds: LocalizedText },
    by: Actor,
    expected?: number,
  ): Promise<void> {
    await this.unitOfWork.run(async () => {
      const followUp = await this.followUps.lock(id, expected);
      permit(mayMove(by, 'verification', followUp));
      followUp.verify(verdict, grounds, this.clock.now());
      await this.followUps.update(followUp);
      this.journal.append(followUpEvent('follow-up.verified', followUp, by));
    });
  }

  async #promise(wanted: MeasureRequest, origin: Origin, by: Actor): Promise<string> {
    const today = this.clock.today();
    if (wanted.bodyId !== origin.bodyId) throw invalidAt('/bodyId', 'not-the-body-concerned');
    refusePast(wanted, today);
    const followUp = Object.assign(new FollowUp(), {
      id: newId(),
      version: 1,
      state: 'promised' as const,
      ...origin,
      measure: wanted.measure,
      milestones: wanted.milestones ?? [],
      promisedOn: today,
      dueOn: wanted.dueOn,
      refusalReasons: null,
      refusedAt: null,
      verdict: null,
      grounds: null,
      verifiedAt: null,
    });
    await this.followUps.insert(followUp);
    const rules = origin.indicator === null ? [] : ['A2.threshold', 'A2.gap'];
    const applied = (await this.rules.on(origin.councilId, today)).applied(...rules);
    this.journal.append(followUpEvent('follow-up.promised', followUp, by, applied));
    return followUp.id;
  }

  /** Why there is nothing to follow up: absent for those who may not know, too early for those who do. */
  async #unpublished(id: string, by: Actor): Promise<Error> {
    const assessment = await this.assessments.working(id);
    if (!assessment) return notFound();
    const { bodyId, councilId } = assessment;
    if (!maySeeUnpublished(by, { bodyId, councilId, assessors: [] })) return notFound();
    return notPossibleNow('not-published-yet', { state: assessment.state });
  }
}

function refusePast({ dueOn, milestones = [] }: MeasureRequest, today: LocalDate): void {
  if (dueOn < today) throw invalidAt('/dueOn', 'date-passed');
  const late = milestones.findIndex((one) => one.dueOn < today || one.dueOn > dueOn);
  if (late >= 0) throw invalidAt(`/milestones/${late}/dueOn`, 'milestone-outside-term');
}
