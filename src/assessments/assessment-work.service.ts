import { Injectable } from '@nestjs/common';
import { indicatorsOf, type MethodologyRead } from '../methodologies/index.js';
import { Clock, notFound, type Actor } from '../platform/kernel/index.js';
import { AssessmentParts, type StoredJudgement, type StoredValue } from './assessment-parts.queries.js';
import type { AssessmentRecord } from './assessment-record.js';
import { AssessmentRecords } from './assessment-records.service.js';
import { AssessmentWorkings } from './assessment-workings.service.js';
import type { AssessmentMove } from './assessment.lifecycle.js';
import { assessorIn, maySeeUnpublished, movesFor, type AssessmentScope } from './assessment.policy.js';
import { AssessmentsQueries } from './assessments.queries.js';
import { outstandingIn, type Outstanding } from './outstanding.policy.js';
import type { Assessor } from './review.policy.js';

/** An assessment as those who work on it see it. */
export interface WorkingAssessment {
  readonly record: AssessmentRecord;
  /** Of the row, for `If-Match`. */
  readonly version: number;
  readonly scope: AssessmentScope;
  /** What the caller may do next. */
  readonly moves: readonly AssessmentMove[];
  readonly methodology: MethodologyRead;
  readonly assessors: readonly Assessor[];
  /** As they were entered, with their disputes. */
  readonly entries: readonly StoredValue[];
  /** Who has scored which indicator; the scores are shown when all have judged. */
  readonly judged: readonly Pick<StoredJudgement, 'indicator' | 'memberId'>[];
  /** Under which membership the caller judges; undefined for one who is no assessor. */
  readonly seat: string | undefined;
  /** The caller's own scores. */
  readonly own: readonly StoredJudgement[];
  readonly outstanding: Outstanding;
}

/** Reads an assessment for those who work on it. */
@Injectable()
export class AssessmentWork {
  constructor(
    private readonly queries: AssessmentsQueries,
    private readonly parts: AssessmentParts,
    private readonly records: AssessmentRecords,
    private readonly workings: AssessmentWorkings,
    private readonly clock: Clock,
  ) {}

  /** Throws `not-found` for those who may not know of it before its publication, also when it is published. */
  async of(id: string, by: Actor): Promise<WorkingAssessment> {
    const assessment = await this.queries.working(id);
    if (!assessment) throw notFound();
    const assessors = await this.parts.assessors(id);
    const { bodyId, councilId, state, version, dueOn, reply } = assessment;
    const scope = { bodyId, councilId, assessors: assessors.map(({ memberId }) => memberId) };
    if (!maySeeUnpublished(by, scope)) throw notFound();
    const methodology = await this.workings.methodology(assessment);
    const entries = await this.parts.values(id);
    const judgements = await this.parts.judgements(id);
    const seat = assessorIn(by, scope);
    const indicators = indicatorsOf(methodology);
    const progress = { state, dueOn, replied: reply !== null, indicators, entries, assessors, judgements };
    return {
      record: await this.records.present(assessment),
      version,
      scope,
      moves: movesFor(by, state, scope) ?? [],
      methodology,
      assessors,
      entries,
      judged: judgements.map(({ indicator, memberId }) => ({ indicator, memberId })),
      seat,
      own: judgements.filter(({ memberId }) => memberId === seat),
      outstanding: outstandingIn(progress, this.clock.today()),
    };
  }
}
