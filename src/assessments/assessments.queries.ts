import { Injectable } from '@nestjs/common';
import { Statements } from '../platform/database/index.js';
import { Clock, holds, keysOf, pageOf, type Actor, type LocalDate, type Page } from '../platform/kernel/index.js';
import type { Assessment } from './assessment.entity.js';
import type { AssessmentsQuery } from './assessments.requests.js';
import type { AssessmentRecord } from './assessment-record.js';
import type { AssessmentItemResponse } from './assessments.responses.js';
import { twoPlaces, type Workings } from './workings.policy.js';

const WORKING = `a.id, a.version, a.state, a.edition, a.correction, a.methodology_id as "methodologyId",
  a.body_id as "bodyId", a.council_id as "councilId", a.from_on as "from", a.to_on as "to",
  a.reply_requested_on as "replyRequestedOn", a.reply_term as "replyTerm", a.due_on as "dueOn", a.provisional, a.reply,
  a.replied_at as "repliedAt", a.adopted_on as "adoptedOn", a.workings, a.published_at as "publishedAt"`;

const EDITION = `e.assessment_id as "assessmentId", e.number, a.body_id as "bodyId", a.council_id as "councilId", e.record,
  e.workings, e.weak, e.published_on as "publishedOn", e.gaps_due_on as "gapsDueOn", e.provisional`;

/** A version that everybody may read. */
export interface PublicEdition {
  readonly assessmentId: string;
  readonly number: number;
  readonly bodyId: string;
  readonly councilId: string;
  readonly record: AssessmentRecord;
  readonly workings: Workings;
  /** Indicators under the threshold of rule A2. */
  readonly weak: readonly string[];
  readonly publishedOn: LocalDate;
  readonly gapsDueOn: LocalDate;
  readonly provisional: boolean;
}

type ItemRead = Pick<AssessmentItemResponse, keyof AssessmentItemResponse> & Record<string, unknown>;

/** Reads of assessments; what is not published yet is decided by the clock. */
@Injectable()
export class AssessmentsQueries {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /** The working state; undefined when there is no such assessment. */
  working(id: string): Promise<Assessment | undefined> {
    const sql = `select ${WORKING} from assessments a where a.id = $1`;
    return this.statements.row<Assessment & Record<string, unknown>>('assessment-working', sql, [id]);
  }

  /** A version that is public now, without a number the latest; undefined when there is none. */
  edition(id: string, number?: number): Promise<PublicEdition | undefined> {
    return this.statements.row<PublicEdition & Record<string, unknown>>(
      'assessment-edition',
      `select ${EDITION}
       from assessment_editions e join assessments a on a.id = e.assessment_id
       where e.assessment_id = $1 and e.published_at <= $2 and ($3::int is null or e.number = $3)
       order by e.number desc limit 1`,
      [id, this.clock.now(), number ?? null],
    );
  }

  /** The version whose publication lies ahead; undefined when there is none. */
  coming(id: string): Promise<(PublicEdition & { readonly publishedAt: Date }) | undefined> {
    return this.statements.row<PublicEdition & { readonly publishedAt: Date } & Record<string, unknown>>(
      'assessment-coming',
      `select ${EDITION}, e.published_at as "publishedAt"
       from assessment_editions e join assessments a on a.id = e.assessment_id
       where e.assessment_id = $1 and e.published_at > $2 order by e.number desc limit 1`,
      [id, this.clock.now()],
    );
  }

  /** Newest first: what is public, and before that only what the caller may know of. */
  async list(query: AssessmentsQuery, by: Actor): Promise<Page<AssessmentItemResponse>> {
    const [before] = keysOf(query.after, ['id']) ?? [null];
    const rows = await this.statements.rows<ItemRead>('assessments', LIST, [
      before,
      query.body ?? null,
      query.council ?? null,
      query.methodology ?? null,
      this.clock.now(),
      ...knownTo(by),
      query.modifiedSince ?? null,
      query.limit + 1,
    ]);
    return pageOf(
      rows,
      query.limit,
      (row) => [row.id],
      (row) => ({ ...row, score: twoPlaces(row.score) }),
    );
  }
}

/** Those who may know of an unpublished one see its working state, others the version that is public now. */
const LIST = `
  select a.id, case when k.insider then a.state else 'published' end as state,
    case when k.insider then a.edition else e.number end as version, a.methodology_id as "methodologyId",
    a.body_id as "bodyId", a.council_id as "councilId", a.from_on as "from", a.to_on as "to",
    case when not k.insider or e.number = a.edition then e.workings->'total'->>'score' end as score,
    case when not k.insider or e.number = a.edition then e.published_at end as "publishedAt"
  from assessments a
    cross join lateral (select $6 or a.body_id = any($7::uuid[]) or exists (select from assessment_assessors s
      where s.assessment_id = a.id and s.member_id = any($8::uuid[])) as insider) k
    left join lateral (select e.number, e.workings, e.published_at from assessment_editions e
      where e.assessment_id = a.id and e.published_at <= $5 order by e.number desc limit 1) e on true
  where ($1::uuid is null or a.id < $1) and ($2::uuid is null or a.body_id = $2)
    and ($3::uuid is null or a.council_id = $3) and ($4::uuid is null or a.methodology_id = $4)
    and (k.insider or e.number is not null)
    and ($9::timestamptz is null or a.id::text in (select j.subject_id from journal j
      where j.subject_kind = 'assessment' and j.public and j.seq >=
        coalesce((select min(s.seq) from journal s where s.at >= $9), 9223372036854775807)))
  order by a.id desc limit $10`;

/** Whether the caller knows of all that is not public yet, else by which bodies and which seats. */
export function knownTo(by: Actor): [boolean, string[], string[]] {
  const ids = (role: string, key: 'bodyId' | 'memberId'): string[] =>
    by.grants.filter((grant) => grant.role === role).flatMap((grant) => grant[key] ?? []);
  return [holds(by, 'assessment.conduct'), ids('officer', 'bodyId'), ids('member', 'memberId')];
}
