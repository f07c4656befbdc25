import { Injectable } from '@nestjs/common';
import { constraintOf, Rows, sqlStateOf, Statements } from '../platform/database/index.js';
import { invalidAt, type LocalizedText } from '../platform/kernel/index.js';
import { AssessmentParts, type StoredJudgement, type StoredValue } from './assessment-parts.queries.js';
import { Assessment } from './assessment.entity.js';
import type { AssessmentScope } from './assessment.policy.js';
import type { Assessor } from './review.policy.js';

type NewValue = Omit<StoredValue, 'dispute'>;

/** An assessment locked for an act, with what rights on it depend on. */
export interface Locked {
  readonly assessment: Assessment;
  readonly assessors: Assessor[];
  readonly scope: AssessmentScope;
}

/** Assessments for change; every write to a part goes with the lock on its assessment. */
@Injectable()
export class AssessmentsRepository {
  constructor(
    private readonly rows: Rows,
    private readonly statements: Statements,
    private readonly parts: AssessmentParts,
  ) {}

  async lock(id: string, expected?: number): Promise<Locked> {
    const assessment = await this.rows.lock(Assessment, id, expected);
    const assessors = await this.parts.assessors(id);
    const { bodyId, councilId } = assessment;
    return {
      assessment,
      assessors,
      scope: { bodyId, councilId, assessors: assessors.map(({ memberId }) => memberId) },
    };
  }

  /** Throws `invalid` for a body or council that does not exist. */
  async insert(assessment: Assessment): Promise<void> {
    await this.rows.insert(Assessment, assessment).catch((error: unknown) => {
      const name = sqlStateOf(error) === '23503' && /_(body|council)_id_/.exec(constraintOf(error) ?? '')?.[1];
      if (name) throw invalidAt(`/${name}Id`, 'not-found');
      throw error;
    });
  }

  update(assessment: Assessment): Promise<void> {
    return this.rows.update(Assessment, assessment);
  }

  /** Replaces the assessors; what others had judged before does not count any more. */
  async putAssessors(id: string, assessors: readonly Assessor[]): Promise<void> {
    const memberIds = assessors.map(({ memberId }) => memberId);
    await this.statements.rows('assessors-drop', 'delete from assessment_assessors where assessment_id = $1', [id]);
    await this.statements.rows(
      'assessors-put',
      `insert into assessment_assessors (assessment_id, member_id, seat)
       select $1::uuid, * from unnest($2::uuid[], $3::text[])`,
      [id, memberIds, assessors.map(({ seat }) => seat)],
    );
    await this.statements.rows(
      'judgements-drop',
      'delete from assessment_judgements where assessment_id = $1 and member_id <> all($2::uuid[])',
      [id, memberIds],
    );
  }

  /** Enters or replaces a value; a dispute about it stays on record. */
  async putValue(id: string, { indicator, status, value, evidence }: NewValue, at: Date): Promise<void> {
    await this.statements.rows(
      'assessment-value-put',
      `insert into assessment_values (assessment_id, indicator, status, value, evidence, entered_at)
       values ($1, $2, $3, $4, $5, $6) on conflict (assessment_id, indicator) do update
         set status = excluded.status, value = excluded.value, evidence = excluded.evidence,
           entered_at = excluded.entered_at`,
      [id, indicator, status, value, JSON.stringify(evidence), at],
    );
  }

  async putDispute(id: string, indicator: string, text: LocalizedText, at: Date): Promise<void> {
    await this.statements.rows(
      'assessment-dispute-put',
      'update assessment_values set dispute = $3 where assessment_id = $1 and indicator = $2',
      [id, indicator, JSON.stringify({ text, disputedAt: at.toISOString() })],
    );
  }

  async putJudgement(id: string, judgement: StoredJudgement, at: Date): Promise<void> {
    const { indicator, memberId, score, grounds } = judgement;
    await this.statements.rows(
      'assessment-judgement-put',
      `insert into assessment_judgements (assessment_id, indicator, member_id, score, grounds, judged_at)
       values ($1, $2, $3, $4, $5, $6) on conflict (assessment_id, indicator, member_id) do update
         set score = excluded.score, grounds = excluded.grounds, judged_at = excluded.judged_at`,
      [id, indicator, memberId, score, grounds, at],
    );
  }

  /** Enters what the assessors' scores came to, for all their indicators at once. */
  async putMedians(id: string, medians: ReadonlyMap<string, string>, at: Date): Promise<void> {
    await this.statements.rows(
      'assessment-medians-put',
      `insert into assessment_values (assessment_id, indicator, status, value, evidence, entered_at)
       select $1::uuid, median.code, 'value', median.value, '[]', $4::timestamptz
       from unnest($2::text[], $3::text[]) as median (code, value)`,
      [id, [...medians.keys()], [...medians.values()], at],
    );
  }

  /** Takes away the medians of these indicators, so that they are judged anew. */
  async dropMedians(id: string, indicators: readonly string[]): Promise<void> {
    await this.statements.rows(
      'assessment-medians-drop',
      `delete from assessment_values where assessment_id = $1 and indicator = any($2) and status = 'value'`,
      [id, indicators],
    );
  }

  /** A correction begins without the disputes of the version before. */
  async dropDisputes(id: string): Promise<void> {
    await this.statements.rows(
      'assessment-disputes-drop',
      'update assessment_values set dispute = null where assessment_id = $1 and dispute is not null',
      [id],
    );
  }
}
