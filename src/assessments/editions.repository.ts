import { Injectable } from '@nestjs/common';
import { Statements } from '../platform/database/index.js';
import type { DueDate, LocalDate, Term } from '../platform/kernel/index.js';
import type { PublishedEdition } from './assessment.events.js';
import type { AssessmentRecord } from './assessment-record.js';
import type { Workings } from './workings.policy.js';

/** A version as it is published: frozen, with the term in which its weak indicators call for an answer (A2). */
export interface NewEdition extends PublishedEdition {
  readonly record: AssessmentRecord;
  readonly workings: Workings;
  readonly publishedOn: LocalDate;
  readonly gapsTerm: Term;
  readonly provisional: boolean;
  /** Null while publication lies ahead. */
  readonly announcedAt: Date | null;
}

/** Published versions of assessments: written once, read for good. */
@Injectable()
export class EditionsRepository {
  constructor(private readonly statements: Statements) {}

  async insert(edition: NewEdition): Promise<void> {
    await this.statements.rows(
      'edition-insert',
      `insert into assessment_editions (assessment_id, number, record, workings, weak, published_at, published_on,
         announced_at, gaps_term, gaps_due_on, provisional)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        edition.assessmentId,
        edition.number,
        JSON.stringify(edition.record),
        JSON.stringify(edition.workings),
        edition.weak,
        edition.publishedAt,
        edition.publishedOn,
        edition.announcedAt,
        JSON.stringify(edition.gapsTerm),
        edition.gapsDueOn,
        edition.provisional,
      ],
    );
  }

  /** Takes what became public by this instant and was not announced; each is given to one caller only. */
  takeUnannounced(now: Date): Promise<(PublishedEdition & { publishedOn: LocalDate })[]> {
    return this.statements.rows(
      'editions-unannounced',
      `with taken as (
         update assessment_editions set announced_at = $1 where announced_at is null and published_at <= $1
         returning *)
       select t.assessment_id as "assessmentId", t.number, a.body_id as "bodyId", a.council_id as "councilId",
         a.methodology_id as "methodologyId", t.workings->'total'->>'score' as score, t.weak,
         t.published_at as "publishedAt", t.published_on as "publishedOn", t.gaps_due_on as "gapsDueOn"
       from taken t join assessments a on a.id = t.assessment_id order by t.published_at, t.assessment_id`,
      [now],
    );
  }

  /** Writes new last days for an action or a reasoned refusal (A2.gap) into the latest versions. */
  async moveGapsDue(dates: readonly ({ id: string } & DueDate)[]): Promise<void> {
    await this.statements.rows(
      'editions-move',
      `with moved as (
         update assessment_editions e set gaps_due_on = d.due_on, provisional = d.provisional
         from unnest($1::uuid[], $2::date[], $3::boolean[]) as d (id, due_on, provisional)
         where e.assessment_id = d.id and e.number =
           (select max(l.number) from assessment_editions l where l.assessment_id = d.id) returning 1)
       select * from moved`,
      [dates.map(({ id }) => id), dates.map(({ on }) => on), dates.map(({ provisional }) => provisional)],
    );
  }
}
