import { Injectable } from '@nestjs/common';
import { Statements } from '../../platform/database/index.js';
import type { LocalDate, LocalizedText } from '../../platform/kernel/index.js';

/** A discussion that is open now, or one whose report was published. */
export interface HomeConsultation {
  readonly id: string;
  readonly bodyId: string;
  readonly title: LocalizedText;
  readonly closesOn: LocalDate;
  /** Of the report; null while there is none. */
  readonly reportedOn: LocalDate | null;
  /** How many comments the report tells of. */
  readonly comments: number;
}

/** A recommendation whose reply is overdue. */
export interface HomeRecommendation {
  readonly id: string;
  readonly bodyId: string;
  readonly councilId: string;
  readonly text: LocalizedText;
  readonly dueOn: LocalDate;
}

/** The first of a list, and how many there are in all. */
export interface First<T> {
  readonly items: readonly T[];
  readonly total: number;
}

type Counted<T> = T & Record<string, unknown> & { readonly total: number };

/** What the home page shows in an order of its own: what closes soonest, what is late longest, what is newest. */
@Injectable()
export class HomeQueries {
  constructor(private readonly statements: Statements) {}

  /** What can be commented on a day, that which closes soonest first. */
  async open(today: LocalDate, limit: number): Promise<First<HomeConsultation>> {
    const rows = await this.statements.rows<Counted<HomeConsultation>>(
      'home-open',
      `select c.id, c.body_id as "bodyId", c.title, c.closes_on as "closesOn", null as "reportedOn", 0 as comments,
         count(*) over ()::int as total
       from consultations c where c.state = 'published' and c.closes_on >= $1::date
       order by c.closes_on, c.id limit $2`,
      [today, limit],
    );
    return firstOf(rows);
  }

  /** The discussions whose reports are the newest. */
  async reported(limit: number): Promise<HomeConsultation[]> {
    return this.statements.rows<HomeConsultation & Record<string, unknown>>(
      'home-reported',
      `select c.id, c.body_id as "bodyId", c.title, c.closes_on as "closesOn", r.published_on as "reportedOn",
         (r.counts->>'total')::int as comments
       from consultation_reports r join consultations c on c.id = r.consultation_id
       order by r.published_at desc, r.id desc limit $1`,
      [limit],
    );
  }

  /** Replies that are overdue on a day, the longest overdue first. */
  async overdue(today: LocalDate, limit: number): Promise<First<HomeRecommendation>> {
    const rows = await this.statements.rows<Counted<HomeRecommendation>>(
      'home-overdue',
      `select r.id, r.body_id as "bodyId", r.council_id as "councilId", r.text, r.due_on as "dueOn",
         count(*) over ()::int as total
       from recommendations r where r.state = 'sent' and r.due_on < $1::date order by r.due_on, r.id limit $2`,
      [today, limit],
    );
    return firstOf(rows);
  }
}

function firstOf<T>(rows: readonly Counted<T>[]): First<T> {
  return { items: rows, total: rows[0]?.total ?? 0 };
}
