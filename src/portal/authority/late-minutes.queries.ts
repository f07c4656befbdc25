import { Injectable } from '@nestjs/common';
import { Statements } from '../../platform/database/index.js';
import type { LocalDate } from '../../platform/kernel/index.js';

/** A sitting whose minutes are not published. */
export interface UnpublishedMinutes {
  readonly meetingId: string;
  readonly councilId: string;
  readonly number: number;
  readonly startsAt: Date;
  /** How far they are; `none` while they have not been begun. */
  readonly state: 'none' | 'draft' | 'circulated' | 'signed';
  /** The last day for the next step; null while they have not been begun. */
  readonly dueOn: LocalDate | null;
}

const SQL = `select m.id as "meetingId", m.council_id as "councilId", m.number, m.starts_at as "startsAt",
    coalesce(x.state, 'none') as state, coalesce(x.publish_due_on, x.sign_due_on) as "dueOn"
  from meetings m join councils c on c.id = m.council_id and c.state <> 'dissolved'
    left join lateral (select * from minutes where meeting_id = m.id order by edition desc limit 1) x on true
  where m.state in ('closed', 'inquorate') and coalesce(x.state, 'none') in ('none', 'draft', 'circulated', 'signed')
    and coalesce(x.publish_due_on, x.sign_due_on, $1::date) <= $1::date
  order by m.starts_at, m.id limit 300`;

/** Sittings of all councils whose minutes lie. */
@Injectable()
export class LateMinutesQueries {
  constructor(private readonly statements: Statements) {}

  /** Those whose next step was due by a day, or has no due date yet; the oldest sitting first. */
  by(day: LocalDate): Promise<UnpublishedMinutes[]> {
    return this.statements.rows<UnpublishedMinutes & Record<string, unknown>>('portal-late-minutes', SQL, [day]);
  }
}
