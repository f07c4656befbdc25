import { Injectable } from '@nestjs/common';
import { AssessmentsQueries, twoPlaces, type PublicEdition } from '../assessments/index.js';
import { indicatorsOf, MethodologiesQueries } from '../methodologies/index.js';
import { Statements } from '../platform/database/index.js';
import { Clock, keysOf, notFound, pageOf, type Actor, type LocalDate, type Page } from '../platform/kernel/index.js';
import { isGapOverdue } from './follow-up.deadlines.js';
import { OPEN_STATES } from './follow-up.lifecycle.js';
import type { FollowUpsQuery } from './follow-ups.requests.js';
import {
  followUpResponse,
  type FollowUpRead,
  type FollowUpResponse,
  type GapResponse,
} from './follow-ups.responses.js';

const FOLLOW_UP = `f.id, f.version, f.state, f.assessment_id as "assessmentId", f.indicator,
  f.recommendation_id as "recommendationId", f.council_id as "councilId", f.body_id as "bodyId", f.measure,
  f.milestones, f.promised_on as "promisedOn", f.due_on as "dueOn", f.refusal_reasons as "refusalReasons",
  f.refused_at as "refusedAt", f.verdict, f.grounds, f.verified_at as "verifiedAt",
  coalesce((select json_agg(json_build_object('kind', r.kind, 'note', r.note, 'evidence', r.evidence,
    'reportedAt', to_char(r.reported_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by r.reported_at, r.id)
    from follow_up_reports r where r.follow_up_id = f.id), '[]') as reports`;

/** How many weak indicators of an assessment have neither an action nor a reasoned refusal (A2). */
export interface OpenGaps {
  readonly assessmentId: string;
  readonly bodyId: string;
  readonly councilId: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly dueOn: LocalDate;
  readonly indicators: number;
  readonly overdue: boolean;
}

/** More than anybody works through; the oldest are first. */
const MOST_OPEN = 300;

type Read = FollowUpRead & Record<string, unknown>;

/** Reads of follow-ups, and of the gaps where one is missing. */
@Injectable()
export class FollowUpsQueries {
  constructor(
    private readonly statements: Statements,
    private readonly assessments: AssessmentsQueries,
    private readonly methodologies: MethodologiesQueries,
    private readonly clock: Clock,
  ) {}

  /** By due date; all are public. */
  async list(query: FollowUpsQuery, by: Actor): Promise<Page<FollowUpResponse>> {
    const today = this.clock.today();
    const rows = await this.statements.rows<Read>(
      'follow-ups',
      `select ${FOLLOW_UP} from follow_ups f
        where ($1::date is null or (f.due_on, f.id) > ($1::date, $2::uuid)) and ($3::uuid is null or f.body_id = $3)
          and ($4::text is null or f.state = $4)
          and ($5::boolean is null or (f.state = any($6::text[]) and f.due_on < $7::date) = $5)
          and ($8::timestamptz is null or f.id::text in (select j.subject_id from journal j
            where j.subject_kind = 'follow-up' and j.public and j.seq >=
              coalesce((select min(s.seq) from journal s where s.at >= $8), 9223372036854775807)))
          and ($9::uuid is null or f.council_id = $9) and ($10::uuid is null or f.assessment_id = $10)
          and ($11::uuid is null or f.recommendation_id = $11)
        order by f.due_on, f.id limit $12`,
      filters(query, today),
    );
    return pageOf(
      rows,
      query.limit,
      (row) => [row.dueOn, row.id],
      (row) => followUpResponse(row, by, today),
    );
  }

  /** Throws `not-found`. */
  async one(id: string, by: Actor): Promise<FollowUpResponse> {
    const sql = `select ${FOLLOW_UP} from follow_ups f where f.id = $1`;
    const row = await this.statements.row<Read>('follow-up', sql, [id]);
    if (!row) throw notFound();
    return followUpResponse(row, by, this.clock.today());
  }

  /** Weak indicators of the published version that have neither an action nor a reasoned refusal (A2). */
  async gaps(assessmentId: string): Promise<GapResponse[]> {
    const edition = await this.assessments.edition(assessmentId);
    if (!edition) throw notFound();
    return this.gapsOf(edition);
  }

  /** The same for a version at hand, also for one that is not public yet. */
  async gapsOf(edition: PublicEdition): Promise<GapResponse[]> {
    const methodology = await this.methodologies.find(edition.workings.methodology.id);
    const answered = await this.statements.rows<{ indicator: string }>(
      'follow-ups-answered',
      'select distinct indicator from follow_ups where assessment_id = $1 and indicator is not null',
      [edition.assessmentId],
    );
    const codes = new Set(answered.map(({ indicator }) => indicator));
    const { weak, gapsDueOn: dueOn, workings } = edition;
    const overdue = isGapOverdue(dueOn, this.clock.today());
    return indicatorsOf({ dimensions: methodology?.dimensions ?? [] })
      .filter(({ code }) => weak.includes(code) && !codes.has(code))
      .map(({ code, name }) => {
        const normalized = workings.values.find(({ indicator }) => indicator === code)?.normalized ?? null;
        return { indicator: code, name, score: twoPlaces(normalized), dueOn, overdue };
      });
  }

  /** Assessments whose public version has weak indicators that nobody answered, by their last day (A2.gap). */
  async open(): Promise<OpenGaps[]> {
    const rows = await this.statements.rows<Omit<OpenGaps, 'overdue'> & Record<string, unknown>>(
      'follow-ups-open-gaps',
      `select a.id as "assessmentId", a.body_id as "bodyId", a.council_id as "councilId", a.from_on as "from",
         a.to_on as "to", e.gaps_due_on as "dueOn", count(*)::int as indicators
       from assessments a
         join lateral (select * from assessment_editions e where e.assessment_id = a.id and e.published_at <= $1
           order by e.number desc limit 1) e on true
         cross join unnest(e.weak) as w (code)
       where not exists (select from follow_ups f where f.assessment_id = a.id and f.indicator = w.code)
       group by a.id, e.gaps_due_on order by e.gaps_due_on, a.id limit ${MOST_OPEN}`,
      [this.clock.now()],
    );
    const today = this.clock.today();
    return rows.map((row) => ({ ...row, overdue: isGapOverdue(row.dueOn, today) }));
  }
}

function filters(query: FollowUpsQuery, today: LocalDate): unknown[] {
  const { body, state, overdue, modifiedSince, council, assessment, recommendation, limit } = query;
  const [dueOn, id] = keysOf(query.after, ['date', 'id']) ?? [null, null];
  const given = [body, state, overdue, OPEN_STATES, today, modifiedSince, council, assessment, recommendation];
  return [dueOn, id, ...given.map((value) => value ?? null), limit + 1];
}
