import { Injectable } from '@nestjs/common';
import type { DueDateKind, OpenDueDate } from '../calendar/index.js';
import { Statements } from '../platform/database/index.js';
import type { DueDate } from '../platform/kernel/index.js';

/** Open terms of the right of reply (A1), for the recomputation of due dates. */
@Injectable()
export class ReplyTerms implements DueDateKind {
  readonly kind = 'assessment';
  /** Nobody but those concerned knows of an assessment before its publication. */
  readonly public = false;

  constructor(private readonly statements: Statements) {}

  open(lock: boolean): Promise<OpenDueDate[]> {
    return this.statements.rows<OpenDueDate & Record<string, unknown>>(
      lock ? 'reply-terms-open-locked' : 'reply-terms-open',
      `select id, reply_requested_on as "startedOn", reply_term as term, due_on as "dueOn", provisional
       from assessments
       where state = 'awaiting_reply' and reply is null order by id ${lock ? 'for update' : ''}`,
    );
  }

  async move(dates: readonly ({ id: string } & DueDate)[]): Promise<void> {
    await this.statements.rows(
      'reply-terms-move',
      `with moved as (
         update assessments a set due_on = d.due_on, provisional = d.provisional, version = a.version + 1
         from unnest($1::uuid[], $2::date[], $3::boolean[]) as d (id, due_on, provisional)
         where a.id = d.id returning 1)
       select * from moved`,
      [dates.map(({ id }) => id), dates.map(({ on }) => on), dates.map(({ provisional }) => provisional)],
    );
  }
}
