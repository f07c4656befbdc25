import { Injectable } from '@nestjs/common';
import { Statements } from '../platform/database/index.js';
import { Clock, keysOf, notFound, pageOf, type Actor, type LocalDate, type Page } from '../platform/kernel/index.js';
import { concealmentResponse, type ConcealmentResponse, type ConcealmentRow } from './concealments.responses.js';
import type { AppealsQuery } from './moderation.requests.js';

const CONCEALMENT = `k.id, k.version, k.comment_id as "commentId", c.consultation_id as "consultationId", c.number,
  k.body_id as "bodyId", k.state, k.ground, k.explanation, k.concealed_on as "concealedOn",
  k.concealed_by as "concealedBy", c.account_id as "accountId", c.state as "commentState",
  k.appeal_due_on as "appealDueOn", k.appealed_on as "appealedOn", k.appeal_grounds as "appealGrounds",
  k.decision_due_on as "dueOn", coalesce(k.decision_due_provisional, k.appeal_due_provisional) as provisional,
  k.decided_on as "decidedOn", k.outcome, k.reasons, k.reversed_on as "reversedOn",
  k.reversal_reasons as "reversalReasons"`;

const FROM = 'from concealments k join comments c on c.id = k.comment_id';

type Row = ConcealmentRow & Record<string, unknown>;

/** What an authority has to decide. */
export interface OpenAppeals {
  readonly open: number;
  readonly overdue: number;
  /** The last day of the first of them. */
  readonly firstDueOn: LocalDate | null;
}

/** Reads of concealments and appeals. */
@Injectable()
export class ConcealmentsQueries {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /** The last concealment of a comment. Throws `not-found` for one that was never hidden. */
  async one(commentId: string, by: Actor): Promise<ConcealmentResponse> {
    const found = (await this.ofComments([commentId], by)).get(commentId.toLowerCase());
    if (!found) throw notFound();
    return found;
  }

  /** The last concealment of each of these comments, by the comment's id; one statement. */
  async ofComments(commentIds: readonly string[], by: Actor): Promise<ReadonlyMap<string, ConcealmentResponse>> {
    if (commentIds.length === 0) return new Map();
    const rows = await this.statements.rows<Row>(
      'concealments-of-comments',
      `select distinct on (k.comment_id) ${CONCEALMENT} ${FROM}
       where k.comment_id = any($1::uuid[]) order by k.comment_id, k.id desc`,
      [commentIds],
    );
    const today = this.clock.today();
    return new Map(rows.map((row) => [row.commentId, concealmentResponse(row, by, today)]));
  }

  /** Appeals by the last day of their decision, those to be decided first of all. */
  async appeals(query: AppealsQuery, by: Actor): Promise<Page<ConcealmentResponse>> {
    const { limit, after, state = 'appealed', body, overdue } = query;
    const [from, id] = keysOf(after, ['date', 'id']) ?? [null, null];
    const today = this.clock.today();
    const rows = await this.statements.rows<Row & { dueOn: LocalDate }>(
      'appeals',
      `select ${CONCEALMENT} ${FROM} where k.state = $1 and k.appealed_on is not null
         and ($2::uuid is null or k.body_id = $2)
         and ($3::boolean is null or (k.state = 'appealed' and k.decision_due_on < $4::date) = $3)
         and ($5::date is null or (k.decision_due_on, k.id) > ($5, $6::uuid))
       order by k.decision_due_on, k.id limit $7`,
      [state, body ?? null, overdue ?? null, today, from, id, limit + 1],
    );
    return pageOf(
      rows,
      limit,
      (row) => [row.dueOn, row.id],
      (row) => concealmentResponse(row, by, today),
    );
  }

  /** How many appeals wait for a decision; one statement. */
  async openAppeals(): Promise<OpenAppeals> {
    const row = await this.statements.row<OpenAppeals & Record<string, unknown>>(
      'appeals-open',
      `select count(*)::int as open, (count(*) filter (where decision_due_on < $1::date))::int as overdue,
         min(decision_due_on) as "firstDueOn" from concealments where state = 'appealed' and appealed_on is not null`,
      [this.clock.today()],
    );
    return row ?? { open: 0, overdue: 0, firstDueOn: null };
  }

  /** What was decided on a person's comments, and what the person appealed with, for the person alone. */
  async everythingOf(accountId: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
    const row = await this.statements.row<{ concealments: Readonly<Record<string, unknown>>[] }>(
      'concealments-of-person',
      `select coalesce(json_agg(json_build_object('commentId', k.comment_id, 'ground', k.ground,
          'explanation', k.explanation, 'concealedOn', k.concealed_on, 'appealDueOn', k.appeal_due_on,
          'appealedOn', k.appealed_on, 'appealGrounds', k.appeal_grounds, 'decidedOn', k.decided_on, 'outcome', k.outcome,
          'reasons', k.reasons, 'reversedOn', k.reversed_on) order by k.id), '[]') as concealments
        from comments c join concealments k on k.comment_id = c.id where c.account_id = $1`,
      [accountId],
    );
    return row?.concealments ?? [];
  }
}
