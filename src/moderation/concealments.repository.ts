import { Injectable } from '@nestjs/common';
import type { OpenDueDate } from '../calendar/index.js';
import { Rows, Statements } from '../platform/database/index.js';
import { notFound, type DueDate } from '../platform/kernel/index.js';
import { Concealment } from './concealment.entity.js';

/** By the comment: at most one of its concealments has a term that runs, that of the appeal or that of the decision. */
const OPEN = `select comment_id as id, coalesce(appealed_on, concealed_on) as "startedOn",
    coalesce(decision_term, appeal_term) as term, coalesce(decision_due_on, appeal_due_on) as "dueOn",
    coalesce(decision_due_provisional, appeal_due_provisional) as provisional
  from concealments where state in ('standing', 'appealed') order by id`;

/** Concealments, loaded for change. The comment is locked before. */
@Injectable()
export class ConcealmentsRepository {
  constructor(
    private readonly rows: Rows,
    private readonly statements: Statements,
  ) {}

  /** The last concealment of a locked comment. Throws `not-found`, or `changed-meanwhile` for another version. */
  async lockLast(commentId: string, expected?: number): Promise<Concealment> {
    const id = await this.#lastId(commentId);
    if (id === undefined) throw notFound();
    return this.rows.lock(Concealment, id, expected);
  }

  /** The same; undefined where the comment was never hidden. */
  async lockLastIfAny(commentId: string): Promise<Concealment | undefined> {
    const id = await this.#lastId(commentId);
    return id === undefined ? undefined : this.rows.lock(Concealment, id);
  }

  insert(concealment: Concealment): Promise<void> {
    return this.rows.insert(Concealment, concealment);
  }

  update(concealment: Concealment): Promise<void> {
    return this.rows.update(Concealment, concealment);
  }

  /** Terms that run: of appeals that may still come, of decisions that are owed. */
  open(lock: boolean): Promise<OpenDueDate[]> {
    return this.statements.rows<OpenDueDate & Record<string, unknown>>(
      lock ? 'concealments-open-locked' : 'concealments-open',
      lock ? `${OPEN} for update` : OPEN,
    );
  }

  /** Writes due dates that moved with the calendar. */
  async move(dates: readonly ({ id: string } & DueDate)[]): Promise<void> {
    await this.statements.rows(
      'concealments-move',
      `with moved as (
         update concealments k set version = version + 1,
           appeal_due_on = case k.state when 'standing' then d.due_on else k.appeal_due_on end,
           appeal_due_provisional = case k.state when 'standing' then d.provisional else k.appeal_due_provisional end,
           decision_due_on = case k.state when 'appealed' then d.due_on end,
           decision_due_provisional = case k.state when 'appealed' then d.provisional end
         from unnest($1::uuid[], $2::date[], $3::boolean[]) as d (comment_id, due_on, provisional)
         where k.comment_id = d.comment_id and k.state in ('standing', 'appealed') returning 1)
       select * from moved`,
      [dates.map(({ id }) => id), dates.map(({ on }) => on), dates.map(({ provisional }) => provisional)],
    );
  }

  async #lastId(commentId: string): Promise<string | undefined> {
    const row = await this.statements.row<{ id: string }>(
      'concealment-last-id',
      'select id from concealments where comment_id = $1 order by id desc limit 1',
      [commentId],
    );
    return row?.id;
  }
}
