import { Injectable } from '@nestjs/common';
import { Statements } from '../platform/database/index.js';
import { Clock, type LocalizedText } from '../platform/kernel/index.js';
import type { Assessment } from './assessment.entity.js';
import type { Assessor } from './review.policy.js';
import type { Evidence, Status } from './workings.policy.js';

/** An indicator's entry as it is stored. */
export interface StoredValue {
  readonly indicator: string;
  readonly status: Status;
  readonly value: string | null;
  readonly evidence: Evidence[];
  readonly dispute: { readonly text: LocalizedText; readonly disputedAt: string } | null;
}

/** An assessor's score as it is stored. */
export interface StoredJudgement {
  readonly indicator: string;
  readonly memberId: string;
  readonly score: string;
  readonly grounds: string;
}

/** The last published value of an indicator, from an earlier period. */
export interface Carried {
  readonly indicator: string;
  readonly assessmentId: string;
  readonly raw: string;
  readonly evidence: Evidence[];
}

/** What belongs to an assessment: assessors, values, judgements, and the values it may carry over. */
@Injectable()
export class AssessmentParts {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  assessors(id: string): Promise<Assessor[]> {
    return this.statements.rows<Assessor & Record<string, unknown>>(
      'assessment-assessors',
      `select member_id as "memberId", seat from assessment_assessors where assessment_id = $1 order by member_id`,
      [id],
    );
  }

  values(id: string): Promise<StoredValue[]> {
    return this.statements.rows<StoredValue & Record<string, unknown>>(
      'assessment-values',
      `select indicator, status, value, evidence, dispute from assessment_values where assessment_id = $1
       order by indicator`,
      [id],
    );
  }

  judgements(id: string): Promise<StoredJudgement[]> {
    return this.statements.rows<StoredJudgement & Record<string, unknown>>(
      'assessment-judgements',
      `select indicator, member_id as "memberId", score, grounds from assessment_judgements where assessment_id = $1
       order by indicator, member_id`,
      [id],
    );
  }

  /** Measured values in the latest public versions of the same body's earlier periods by the same methodology. */
  carried({ id, bodyId, methodologyId, from }: Assessment): Promise<Carried[]> {
    return this.statements.rows<Carried & Record<string, unknown>>(
      'assessment-carried',
      `select distinct on (v->>'indicator') v->>'indicator' as indicator, a.id as "assessmentId", v->>'raw' as raw,
         v->'evidence' as evidence
       from assessments a
         join lateral (select e.workings from assessment_editions e
           where e.assessment_id = a.id and e.published_at <= $5 order by e.number desc limit 1) e on true
         cross join lateral jsonb_array_elements(e.workings->'values') v
       where a.body_id = $1 and a.methodology_id = $2 and a.id <> $3 and a.to_on < $4 and v->>'status' = 'value'
       order by v->>'indicator', a.to_on desc, a.id desc`,
      [bodyId, methodologyId, id, from, this.clock.now()],
    );
  }
}
