import { Injectable } from '@nestjs/common';
import { Statements } from '../platform/database/index.js';
import { keysOf, pageOf, rolesWith, type Actor, type Page } from '../platform/kernel/index.js';
import type { WorkListQuery } from './assignments.requests.js';
import type { OfficerResponse, OfficersResponse, WorkItemResponse } from './assignments.responses.js';

/** Characters of a comment that a list shows. */
const CHARACTERS = 300;

const WORK = `
  select c.id, c.number, c.state, c.language,
    case when c.state <> 'withdrawn' then left(c.text, ${CHARACTERS}) end as text,
    c.provision_id as "provisionId", c.group_id as "groupId", g.comments as "groupSize", c.accepted_at as "acceptedAt",
    c.concealment is not null as concealed,
    case when a.id is not null
      then json_build_object('accountId', a.id, 'displayName', a.display_name) end as assignee
  from comments c left join comment_groups g on g.id = c.group_id
    left join comment_assignments w on w.comment_id = c.id left join accounts a on a.id = w.account_id
  where c.consultation_id = $1 and c.number > $2::int`;

const CONDITIONS = {
  state: (at: number) => `and c.state = $${at}`,
  language: (at: number) => `and c.language = $${at}`,
  provision: (at: number) => `and c.provision_id = $${at}::uuid`,
  group: (at: number) => `and c.group_id = $${at}::uuid`,
  assignee: (at: number) => `and w.account_id = $${at}::uuid`,
} as const;

const FILTERS = ['state', 'language', 'provision', 'group', 'assignee'] as const;

type Row<T> = T & Record<string, unknown>;

/** Reads for officers who share the answering of a consultation's comments; who may see them is the caller's to ask. */
@Injectable()
export class WorkListsQueries {
  constructor(private readonly statements: Statements) {}

  /** Comments in the order of acceptance; a statement for each set of filters, whose plan is made once. */
  async list(consultationId: string, query: WorkListQuery, by: Actor): Promise<Page<WorkItemResponse>> {
    const { limit, after, assigned } = query;
    const [from = 0] = keysOf(after, ['count']) ?? [];
    const values = valuesOf(query, by);
    const filters = FILTERS.filter((name) => values[name] !== undefined);
    const isFree = assigned === 'none';
    const rows = await this.statements.rows<Row<WorkItemResponse>>(
      ['work-list', ...filters, ...(isFree ? ['free'] : [])].join('-'),
      `${WORK} ${filters.map((name, at) => CONDITIONS[name](at + 4)).join(' ')}
       ${isFree ? 'and w.comment_id is null' : ''} order by c.number limit $3`,
      [consultationId, from, limit + 1, ...filters.map((name) => values[name])],
    );
    return pageOf(
      rows,
      limit,
      ({ number }) => [number],
      (row) => row,
    );
  }

  /** The officers of the body who may answer, by name, and what waits. */
  async officers(consultationId: string, bodyId: string): Promise<OfficersResponse> {
    const [items, row] = await Promise.all([
      this.statements.rows<Row<OfficerResponse>>(
        'work-officers',
        `select a.id as "accountId", a.display_name as "displayName", (select count(*)::int
           from comment_assignments w join comments c on c.id = w.comment_id
           where w.consultation_id = $1 and w.account_id = a.id and c.state = 'accepted') as waiting
         from accounts a where a.id in (${OFFICERS})
         order by a.display_name collate "ru-x-icu", a.id`,
        [consultationId, bodyId, rolesWith('comment.answer')],
      ),
      this.statements.row<Row<Omit<OfficersResponse, 'items'>>>('work-waiting', WAITING, [consultationId]),
    ]);
    const { waiting = 0, unassigned = 0 } = row ?? {};
    return { items, waiting, unassigned };
  }

  /** True for an account that may answer for the body. */
  async isOfficer(accountId: string, bodyId: string): Promise<boolean> {
    const row = await this.statements.row<{ is: boolean }>(
      'work-is-officer',
      `select $1::uuid in (${OFFICERS}) as is`,
      [accountId, bodyId, rolesWith('comment.answer')],
    );
    return row?.is ?? false;
  }

  /** Id of my next comment that waits, behind a number, else of my first one; undefined when none of mine waits. */
  async nextOfMine(consultationId: string, number: number, { accountId }: Actor): Promise<string | undefined> {
    const row = await this.statements.row<{ id: string }>(
      'work-next-of-mine',
      `select c.id from comment_assignments w join comments c on c.id = w.comment_id
       where w.consultation_id = $1 and w.account_id = $3 and c.state = 'accepted'
       order by (c.number > $2) desc, c.number limit 1`,
      [consultationId, number, accountId],
    );
    return row?.id;
  }
}

/** $2 the body $3 the roles */
const OFFICERS = `select g.account_id from grants g join accounts o on o.id = g.account_id
  where g.body_id = $2 and g.role = any($3::text[]) and g.revoked_at is null
    and o.disabled_at is null and o.closed_at is null`;

const WAITING = `select count(*)::int as waiting, (count(*) filter (where w.comment_id is null))::int as unassigned
  from comments c left join comment_assignments w on w.comment_id = c.id
  where c.consultation_id = $1 and c.state = 'accepted'`;

function valuesOf({ state, language, provision, group, assigned }: WorkListQuery, by: Actor) {
  const assignee = assigned === 'me' ? by.accountId : assigned === 'none' ? undefined : assigned;
  return { state: state === 'any' ? undefined : state, language, provision, group, assignee };
}
