import { Injectable } from '@nestjs/common';
import type { OpenDueDate } from '../calendar/index.js';
import { Rows, Statements } from '../platform/database/index.js';
import type { DueDate } from '../platform/kernel/index.js';
import { Recommendation } from './recommendation.entity.js';

const OPEN = `select id, sent_on as "startedOn", term, due_on as "dueOn", provisional from recommendations
  where state = 'sent' order by id`;

/** Recommendations, loaded for change. */
@Injectable()
export class RecommendationsRepository {
  constructor(
    private readonly rows: Rows,
    private readonly statements: Statements,
  ) {}

  lock(id: string, expected?: number): Promise<Recommendation> {
    return this.rows.lock(Recommendation, id, expected);
  }

  insert(recommendation: Recommendation): Promise<void> {
    return this.rows.insert(Recommendation, recommendation);
  }

  update(recommendation: Recommendation): Promise<void> {
    return this.rows.update(Recommendation, recommendation);
  }

  /** Due dates of replies that have not come. */
  open(lock: boolean): Promise<OpenDueDate[]> {
    return this.statements.rows<OpenDueDate & Record<string, unknown>>(
      lock ? 'recommendations-open-locked' : 'recommendations-open',
      lock ? `${OPEN} for update` : OPEN,
    );
  }

  /** Writes due dates that moved with the calendar. */
  async move(dates: readonly ({ id: string } & DueDate)[]): Promise<void> {
    await this.statements.rows(
      'recommendations-move',
      `with moved as (
         update recommendations r set due_on = d.due_on, provisional = d.provisional, version = version + 1
         from unnest($1::uuid[], $2::date[], $3::boolean[]) as d (id, due_on, provisional) where r.id = d.id
         returning 1)
       select * from moved`,
      [dates.map(({ id }) => id), dates.map(({ on }) => on), dates.map(({ provisional }) => provisional)],
    );
  }
}
