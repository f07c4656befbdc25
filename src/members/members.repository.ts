import { Injectable } from '@nestjs/common';
import { newId, Rows, Statements } from '../platform/database/index.js';
import { invalidAt, notFound, type LocalDate } from '../platform/kernel/index.js';
import { Member } from './member.entity.js';
import { MemberRole, type MemberRoleName } from './member-role.entity.js';
import { covers, LAST_DAY } from './members.queries.js';
import type { PersonRequest } from './members.requests.js';
import { Person } from './person.entity.js';

/** A term in a council, both days included. */
export interface Term {
  readonly councilId: string;
  readonly since: LocalDate;
  readonly until: LocalDate;
}

/** What the records say of a person who is to sit in a council. */
export interface PersonRecord {
  readonly earlier: number[];
  readonly seatsHere: number;
  readonly republicanSeats: number;
  readonly representatives: number;
}

const OVERLAPS = `(m.since_on <= $3::date and ${LAST_DAY} >= $2::date)`;

/** Loads members for change and writes them. */
@Injectable()
export class MembersRepository {
  constructor(
    private readonly rows: Rows,
    private readonly statements: Statements,
  ) {}

  lock(id: string, expected?: number): Promise<Member> {
    return this.rows.lock(Member, id, expected);
  }

  insert(member: Member): Promise<void> {
    return this.rows.insert(Member, member);
  }

  update(member: Member): Promise<void> {
    return this.rows.update(Member, member);
  }

  /** Throws `not-found`. */
  async councilOf(memberId: string): Promise<string> {
    const sql = 'select council_id as "councilId" from members where id = $1';
    const row = await this.statements.row<{ councilId: string }>('member-council', sql, [memberId]);
    if (!row) throw notFound();
    return row.councilId;
  }

  /** The last day of a membership as it stands. */
  async lastDay(memberId: string): Promise<LocalDate> {
    const row = await this.statements.row<{ on: LocalDate }>(
      'member-last-day',
      `select ${LAST_DAY} as "on" from members m join convocations v on v.id = m.convocation_id where m.id = $1`,
      [memberId],
    );
    if (!row) throw notFound();
    return row.on;
  }

  /** True for an agenda item of a meeting of this council. */
  async isOnAgenda(councilId: string, agendaItemId: string): Promise<boolean> {
    const sql = `select 1 as found from agenda_items i join meetings m on m.id = i.meeting_id
      where i.id = $2 and m.council_id = $1`;
    return (await this.statements.row('member-end-decision', sql, [councilId, agendaItemId])) !== undefined;
  }

  /** Records a new person. */
  async record(wanted: PersonRequest): Promise<string> {
    const { familyName, givenName, patronymic = null, birthOn = null, consentedOn = null } = wanted;
    const person = { id: newId(), version: 1, familyName, givenName, patronymic, birthOn, consentedOn };
    await this.rows.insert(Person, Object.assign(new Person(), person));
    return person.id;
  }

  /** Holds a person, so that two councils do not seat him at the same instant. Throws `invalid` for an unknown one. */
  async lockPerson(id: string): Promise<void> {
    const row = await this.statements.row('person-lock', 'select id from persons where id = $1 for update', [id]);
    if (!row) throw invalidAt('/personId', 'not-found');
  }

  /** Holds a non-profit organisation's record; undefined for one that is unknown. */
  async organizationKind(id: string): Promise<string | undefined> {
    const sql = 'select kind from organizations where id = $1';
    const row = await this.statements.row<{ kind: string }>('organization-kind', sql, [id]);
    return row?.kind;
  }

  /** Earlier convocations and overlapping seats of a person, and of the members of the same organisation. */
  async recordOf(
    personId: string,
    { councilId, since, until }: Term,
    organizationId: string | null,
  ): Promise<PersonRecord> {
    const row = await this.statements.row<PersonRecord & Record<string, unknown>>(
      'member-record',
      `select
         array(select distinct v.number from members m join convocations v on v.id = m.convocation_id
           where m.person_id = $4 and m.council_id = $1 and ${LAST_DAY} >= m.since_on) as earlier,
         count(*) filter (where m.person_id = $4 and m.council_id = $1)::int as "seatsHere",
         count(distinct m.council_id) filter (where m.person_id = $4 and m.council_id <> $1
           and c.level = 'republican' and c.state <> 'dissolved')::int as "republicanSeats",
         count(*) filter (where m.council_id = $1 and m.organization_id = $5)::int as representatives
       from members m join convocations v on v.id = m.convocation_id join councils c on c.id = m.council_id
       where (m.person_id = $4 or (m.council_id = $1 and m.organization_id = $5)) and ${OVERLAPS}`,
      [councilId, since, until, personId, organizationId],
    );
    return row ?? { earlier: [], seatsHere: 0, republicanSeats: 0, representatives: 0 };
  }

  /** The council's headcount on the first day of a term, on `today`, and on each day in it when another begins. */
  headcounts(
    { councilId, since, until }: Term,
    today: LocalDate,
  ): Promise<{ day: LocalDate; members: number; civilSociety: number }[]> {
    return this.statements.rows(
      'members-in-term',
      `select d.day, count(m.id)::int as members,
         count(m.id) filter (where m.seat = 'civil_society')::int as "civilSociety"
       from (select $2::date as day
         union select $4::date where $4::date between $2::date and $3::date
         union select n.since_on from members n where n.council_id = $1 and n.since_on between $2::date and $3::date) d
         left join (members m join convocations v on v.id = m.convocation_id)
           on m.council_id = $1 and ${covers('d.day')}
       group by d.day order by d.day`,
      [councilId, since, until, today],
    );
  }

  lockRole(id: string, expected?: number): Promise<MemberRole> {
    return this.rows.lock(MemberRole, id, expected);
  }

  insertRole(role: MemberRole): Promise<void> {
    return this.rows.insert(MemberRole, role);
  }

  updateRole(role: MemberRole): Promise<void> {
    return this.rows.update(MemberRole, role);
  }

  /** Members of a council who hold a role within a term. */
  async holders({ councilId, since, until }: Term, role: MemberRoleName): Promise<string[]> {
    const rows = await this.statements.rows<{ memberId: string }>(
      'member-role-holders',
      `select distinct r.member_id as "memberId" from member_roles r join members m on m.id = r.member_id
         join convocations v on v.id = m.convocation_id
       where m.council_id = $1 and r.role = $4 and greatest(r.since_on, $2::date)
         <= least(coalesce(r.until_on, $3::date), $3::date, ${LAST_DAY})`,
      [councilId, since, until, role],
    );
    return rows.map(({ memberId }) => memberId);
  }
}
