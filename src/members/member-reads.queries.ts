import { Injectable } from '@nestjs/common';
import { Statements } from '../platform/database/index.js';
import { keysOf, notFound, pageOf, type Page } from '../platform/kernel/index.js';
import type { MembersQuery } from './members.requests.js';
import { covers } from './members.queries.js';
import type { MemberRead, MemberRoleResponse } from './members.responses.js';

const MEMBER = `m.id, m.version, c.body_id as "bodyId", m.state, m.council_id as "councilId",
  m.convocation_id as "convocationId",
  json_build_object('id', p.id, 'familyName', p.family_name, 'givenName', p.given_name, 'patronymic', p.patronymic)
    as person,
  m.seat, m.organization_id as "organizationId",
  case when o.id is not null then json_build_object('id', o.id, 'kind', o.kind, 'name', o.name, 'bin', o.bin) end
    as organization,
  m.since_on as "sinceOn", least(coalesce(m.until_on, v.until_on), v.until_on) as "untilOn",
  m.ended_on as "endedOn", m.end_reason as "endReason",
  (select coalesce(json_agg(json_build_object('id', r.id, 'memberId', r.member_id, 'role', r.role,
      'sinceOn', r.since_on, 'untilOn', r.until_on) order by r.since_on, r.id), '[]')
    from member_roles r where r.member_id = m.id) as roles`;

const FROM = `from members m join councils c on c.id = m.council_id join convocations v on v.id = m.convocation_id
  join persons p on p.id = m.person_id left join organizations o on o.id = m.organization_id`;

/** Condition: the persons `p` and `q` have the same name, whatever its letters' case. */
const same = (column: string): string =>
  `lower(q.${column} collate "kk-x-icu") = lower(p.${column} collate "kk-x-icu")`;

/** Reads of members and their roles. */
@Injectable()
export class MemberReads {
  constructor(private readonly statements: Statements) {}

  /** Throws `not-found`. */
  async one(id: string): Promise<MemberRead> {
    const row = await this.statements.row<MemberRead>('member', `select ${MEMBER} ${FROM} where m.id = $1`, [id]);
    if (!row) throw notFound();
    return row;
  }

  /** Members of a council, ended ones too unless a day is given, by family name. */
  async list<T>(councilId: string, query: MembersQuery, shape: (row: MemberRead) => T): Promise<Page<T>> {
    const { limit, after, modifiedSince, on } = query;
    const [family, given, id] = keysOf(after, ['string', 'string', 'id']) ?? [null, null, null];
    const rows = await this.statements.rows<MemberRead>(
      'members',
      `select ${MEMBER} ${FROM} where m.council_id = $1
         and ($2::text is null or (p.family_name collate "kk-x-icu", p.given_name collate "kk-x-icu", m.id::text)
           > ($2 collate "kk-x-icu", $3::text collate "kk-x-icu", $4::text))
         and ($5::date is null or ${covers('$5::date')})
         and ($6::timestamptz is null or m.id::text in (select j.subject_id from journal j
           where j.subject_kind = 'member' and j.public and j.seq >= coalesce(
             (select min(s.seq) from journal s where s.at >= $6), 9223372036854775807)))
       order by p.family_name collate "kk-x-icu", p.given_name collate "kk-x-icu", m.id::text limit $7`,
      [councilId, family, given, id, on ?? null, modifiedSince ?? null, limit + 1],
    );
    return pageOf(rows, limit, ({ person, id: own }) => [person.familyName, person.givenName, own], shape);
  }

  /** Seats of other persons of the same name; a patronymic distinguishes only where both have one. */
  async namesakes(memberId: string): Promise<string[]> {
    const rows = await this.statements.rows<{ id: string }>(
      'member-namesakes',
      `select m.id from members own join persons p on p.id = own.person_id
         join persons q on ${same('family_name')} and ${same('given_name')} and q.id <> p.id
           and (q.patronymic is null or p.patronymic is null or ${same('patronymic')})
         join members m on m.person_id = q.id
       where own.id = $1 order by m.id`,
      [memberId],
    );
    return rows.map(({ id }) => id);
  }

  /** Throws `not-found`. */
  async role(id: string): Promise<MemberRoleResponse & { version: number }> {
    const row = await this.statements.row<MemberRoleResponse & { version: number } & Record<string, unknown>>(
      'member-role',
      `select id, version, member_id as "memberId", role, since_on as "sinceOn", until_on as "untilOn"
       from member_roles where id = $1`,
      [id],
    );
    if (!row) throw notFound();
    return row;
  }
}
