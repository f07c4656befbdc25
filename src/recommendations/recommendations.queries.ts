import { Injectable } from '@nestjs/common';
import { Statements } from '../platform/database/index.js';
import { versioned } from '../platform/http/index.js';
import { Clock, keysOf, notFound, pageOf, type Actor, type LocalDate, type Page } from '../platform/kernel/index.js';
import { isOverdue, lateReplies } from './recommendation.deadlines.js';
import { recommendationLifecycle } from './recommendation.lifecycle.js';
import { mayMove } from './recommendation.policy.js';
import type { RecommendationsQuery } from './recommendations.requests.js';
import type { RecommendationResponse } from './recommendations.responses.js';

type RecommendationRead = Omit<RecommendationResponse, 'overdue' | 'breaches' | 'moves'> & {
  readonly version: number;
} & Record<string, unknown>;

/** How the replies that were owed have come, up to a day. */
export interface Timeliness {
  readonly inTime: number;
  readonly late: number;
  /** Not answered, and the last day has passed. */
  readonly overdue: number;
  /** Not answered, and there is still time. */
  readonly waiting: number;
}

/** The same for the replies that were due in one quarter of a year; those that are still awaited are left out. */
export interface QuarterTimeliness extends Omit<Timeliness, 'waiting'> {
  readonly year: number;
  readonly quarter: number;
}

/** Quarters that are looked back on. */
const QUARTERS = 8;

const RECOMMENDATION = `r.id, r.version, r.state, r.council_id as "councilId", i.meeting_id as "meetingId",
  r.agenda_item_id as "agendaItemId", r.body_id as "bodyId", r.power, r.text, r.adopted_on as "adoptedOn",
  r.sent_on as "sentOn", r.reply_rule as "replyRule", r.due_on as "dueOn", r.provisional,
  r.answered_on as "answeredOn", r.decision, r.reasons, r.signed_by as "signedBy"`;

const FROM = 'from recommendations r join agenda_items i on i.id = r.agenda_item_id';

/** Reads of recommendations; all of them are public. */
@Injectable()
export class RecommendationsQueries {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /** As the public sees it; undefined when there is no such recommendation. */
  async find(id: string): Promise<RecommendationResponse | undefined> {
    const row = await this.#row(id);
    return row && shapeOf(row, this.clock.today());
  }

  /** Throws `not-found`. */
  async one(id: string, by: Actor): Promise<RecommendationResponse> {
    const row = await this.#row(id);
    if (!row) throw notFound();
    const response = shapeOf(row, this.clock.today());
    if (by.kind === 'anonymous') return versioned(response, row.version);
    const moves = recommendationLifecycle.possible(row.state).filter((move) => mayMove(by, move, row));
    return versioned(Object.assign(response, { moves }), row.version);
  }

  /** The latest first. */
  async list(query: RecommendationsQuery): Promise<Page<RecommendationResponse>> {
    const { limit, after, modifiedSince, council, body, state, overdue, agendaItem } = query;
    const today = this.clock.today();
    const [from] = keysOf(after, ['id']) ?? [null];
    const rows = await this.statements.rows<RecommendationRead>(
      'recommendations',
      `select ${RECOMMENDATION} ${FROM}
       where ($1::uuid is null or r.id < $1) and ($2::uuid is null or r.council_id = $2)
         and ($3::uuid is null or r.body_id = $3) and ($4::text is null or r.state = $4)
         and ($5::boolean is null or (r.state = 'sent' and r.due_on < $6::date) = $5)
         and ($7::uuid is null or r.agenda_item_id = $7)
         and ($8::timestamptz is null or r.id::text in (select j.subject_id from journal j
           where j.subject_kind = 'recommendation' and j.public and j.seq >= coalesce(
             (select min(s.seq) from journal s where s.at >= $8), 9223372036854775807)))
       order by r.id desc limit $9`,
      [
        from,
        council ?? null,
        body ?? null,
        state ?? null,
        overdue ?? null,
        today,
        agendaItem ?? null,
        modifiedSince ?? null,
        limit + 1,
      ],
    );
    return pageOf(
      rows,
      limit,
      (row) => [row.id],
      (row) => shapeOf(row, today),
    );
  }

  /** All of one meeting, in the order of their adoption; one statement. */
  async ofMeeting(meetingId: string): Promise<RecommendationResponse[]> {
    const rows = await this.statements.rows<RecommendationRead>(
      'recommendations-of-meeting',
      `select ${RECOMMENDATION} ${FROM} where i.meeting_id = $1 order by r.id`,
      [meetingId],
    );
    const today = this.clock.today();
    return rows.map((row) => shapeOf(row, today));
  }

  /** The replies to what one council asked, or one body was asked; one statement. */
  async timeliness(of: { readonly council?: string; readonly body?: string }): Promise<Timeliness> {
    const row = await this.statements.row<Timeliness & Record<string, unknown>>(
      'recommendations-timeliness',
      `select count(*) filter (where r.answered_on <= r.due_on)::int as "inTime",
         count(*) filter (where r.answered_on > r.due_on)::int as late,
         count(*) filter (where r.state = 'sent' and r.due_on < $3::date)::int as overdue,
         count(*) filter (where r.state = 'sent' and r.due_on >= $3::date)::int as waiting
       from recommendations r
       where ($1::uuid is null or r.council_id = $1) and ($2::uuid is null or r.body_id = $2)`,
      [of.council ?? null, of.body ?? null, this.clock.today()],
    );
    return row ?? { inTime: 0, late: 0, overdue: 0, waiting: 0 };
  }

  /** How one body answered what was due in each of the latest quarters, earliest first; one statement. */
  async quarters(bodyId: string): Promise<QuarterTimeliness[]> {
    const rows = await this.statements.rows<QuarterTimeliness & Record<string, unknown>>(
      'recommendations-quarters',
      `select extract(year from r.due_on)::int as year, extract(quarter from r.due_on)::int as quarter,
         count(*) filter (where r.answered_on <= r.due_on)::int as "inTime",
         count(*) filter (where r.answered_on > r.due_on)::int as late,
         count(*) filter (where r.answered_on is null)::int as overdue
       from recommendations r
       where r.body_id = $1 and (r.answered_on is not null or (r.state = 'sent' and r.due_on < $2::date))
       group by 1, 2 order by 1 desc, 2 desc limit ${QUARTERS}`,
      [bodyId, this.clock.today()],
    );
    return rows.reverse();
  }

  #row(id: string): Promise<RecommendationRead | undefined> {
    const sql = `select ${RECOMMENDATION} ${FROM} where r.id = $1`;
    return this.statements.row<RecommendationRead>('recommendation', sql, [id]);
  }
}

function shapeOf(row: RecommendationRead, today: LocalDate): RecommendationResponse {
  const { id, state, councilId, meetingId, agendaItemId, bodyId, power, text, adoptedOn, sentOn, replyRule } = row;
  const { dueOn, provisional, answeredOn, decision, reasons, signedBy } = row;
  return {
    ...{ id, state, councilId, meetingId, agendaItemId, bodyId, power, text, adoptedOn, sentOn, replyRule },
    ...{ dueOn, provisional, overdue: isOverdue(row, today), answeredOn, decision, reasons, signedBy },
    breaches: lateReplies(replyRule, dueOn, answeredOn),
  };
}
