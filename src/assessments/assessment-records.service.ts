import { Injectable } from '@nestjs/common';
import { versioned } from '../platform/http/index.js';
import { notFound, type Actor } from '../platform/kernel/index.js';
import { AssessmentParts } from './assessment-parts.queries.js';
import { recordOf, type AssessmentRecord } from './assessment-record.js';
import { AssessmentWorkings } from './assessment-workings.service.js';
import type { Assessment } from './assessment.entity.js';
import { maySeeUnpublished, movesFor, type AssessmentScope } from './assessment.policy.js';
import { AssessmentsQueries } from './assessments.queries.js';
import type { AssessmentResponse } from './assessments.responses.js';
import type { Workings } from './workings.policy.js';

/** What a reader gets: those concerned the working state, everybody else the version that is public now. */
@Injectable()
export class AssessmentRecords {
  constructor(
    private readonly queries: AssessmentsQueries,
    private readonly parts: AssessmentParts,
    private readonly workings: AssessmentWorkings,
  ) {}

  /** Throws `not-found` where there is nothing the caller may know of; `version` asks for a published one. */
  async one(id: string, by: Actor, version?: number): Promise<AssessmentResponse> {
    const found = version === undefined ? await this.#known(id, by) : undefined;
    if (found) {
      const { assessment, scope } = found;
      const moves = movesFor(by, assessment.state, scope);
      return versioned({ ...(await this.present(assessment)), ...(moves ? { moves } : {}) }, assessment.version);
    }
    const edition = await this.queries.edition(id, version);
    if (!edition) throw notFound();
    return versioned({ ...edition.record, ...(by.kind === 'anonymous' ? {} : { moves: [] }) }, edition.number);
  }

  /** The same for the workings. */
  async workingsOf(id: string, by: Actor, version?: number): Promise<Workings> {
    const found = version === undefined ? await this.#known(id, by) : undefined;
    if (found) return versioned({ ...(await this.workings.of(found.assessment)) }, found.assessment.version);
    const edition = await this.queries.edition(id, version);
    if (!edition) throw notFound();
    return versioned({ ...edition.workings }, edition.number);
  }

  /** The record in its present state. */
  async whole(assessment: Assessment): Promise<AssessmentRecord> {
    const { id } = assessment;
    return recordOf({
      assessment,
      methodology: await this.workings.methodology(assessment),
      assessors: await this.parts.assessors(id),
      values: await this.parts.values(id),
      judgements: await this.parts.judgements(id),
      carried: await this.parts.carried(assessment),
      workings: await this.workings.of(assessment),
    });
  }

  /** What was published is shown as it was published. */
  async present(assessment: Assessment): Promise<AssessmentRecord> {
    const published = assessment.state === 'published' ? await this.queries.edition(assessment.id) : undefined;
    return published?.number === assessment.edition ? published.record : this.whole(assessment);
  }

  async #known(id: string, by: Actor): Promise<{ assessment: Assessment; scope: AssessmentScope } | undefined> {
    if (by.kind === 'anonymous') return undefined;
    const assessment = await this.queries.working(id);
    if (!assessment) return undefined;
    const assessors = (await this.parts.assessors(id)).map(({ memberId }) => memberId);
    const scope = { bodyId: assessment.bodyId, councilId: assessment.councilId, assessors };
    return maySeeUnpublished(by, scope) ? { assessment, scope } : undefined;
  }
}
