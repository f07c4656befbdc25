import { Injectable } from '@nestjs/common';
import type { CouncilKind, Headcount } from '../councils/index.js';
import { Statements } from '../platform/database/index.js';
import { ZONE, type LocalDate, type LocalizedText } from '../platform/kernel/index.js';
import type { Seat } from './member.entity.js';
import type { MemberRoleName } from './member-role.entity.js';

/** A member on a day, with the roles held then. */
export interface MemberOn {
  readonly memberId: string;
  readonly personId: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly patronymic: string | null;
  readonly seat: Seat;
  readonly organizationId: string | null;
  readonly roles: MemberRoleName[];
}

/** A council that is not dissolved, with its headcount on a day. */
export interface CouncilHeadcount extends Headcount {
  readonly councilId: string;
  readonly state: 'forming' | 'active';
  readonly kind: CouncilKind;
  readonly seats: number;
  readonly foundedOn: LocalDate;
}

/** The headcount of an active council on a day on which it, or the number of its seats, changed. */
export interface HeadcountStep extends Headcount {
  readonly councilId: string;
  readonly day: LocalDate;
  /** Seats of the council on that day. */
  readonly seats: number;
}

/** The last day of the membership `m` in the convocation `v`; before its first when it ended at once. */
export const LAST_DAY = 'least(coalesce(m.until_on, v.until_on), v.until_on, m.ended_on - 1)';

/** Condition: the membership `m` of the convocation `v` covers the day. */
export const covers = (day: string): string => `(m.since_on <= ${day} and ${day} <= ${LAST_DAY})`;

const ON_DATE = `select m.id as "memberId", m.person_id as "personId", p.family_name as "familyName",
    p.given_name as "givenName", p.patronymic, m.seat, m.organization_id as "organizationId",
    array(select r.role from member_roles r where r.member_id = m.id and r.since_on <= $2::date
      and (r.until_on is null or $2::date <= r.until_on) group by r.role order by r.role) as roles
  from members m join convocations v on v.id = m.convocation_id join persons p on p.id = m.person_id
  where m.council_id = $1 and ${covers('$2::date')}
  order by p.family_name collate "kk-x-icu", p.given_name collate "kk-x-icu", m.id`;

/** How the seats of the active councils in $1 were changed, by the journal: the day, and how many there were before. */
const RESIZED = `select j.subject_id::uuid as id, j.seq, (j.at at time zone '${ZONE}')::date as day,
    (j.entry::jsonb #>> '{data,changes,seats,from}')::int as before
  from journal j where j.subject_kind = 'council' and j.subject_id = any($1::uuid[]::text[]) and j.what = 'council.edited'
    and j.entry::jsonb #> '{data,changes,seats}' is not null`;

const STEPS = `with resized as (${RESIZED}), steps as (
    select c.id, c.activated_on as day from councils c where c.id = any($1::uuid[])
    union select m.council_id, x.day from members m join convocations v on v.id = m.convocation_id,
      lateral (values (m.since_on), (${LAST_DAY} + 1)) x (day) where m.council_id = any($1::uuid[])
    union select r.id, r.day from resized r)
  select s.id as "councilId", s.day, count(m.id)::int as members,
    count(m.id) filter (where m.seat = 'civil_society')::int as "civilSociety",
    count(m.id) filter (where m.seat = 'state_body')::int as "stateBody",
    coalesce((select r.before from resized r where r.id = s.id and r.day > s.day order by r.seq limit 1), c.seats) as seats
  from steps s join councils c on c.id = s.id
    left join (members m join convocations v on v.id = m.convocation_id) on m.council_id = s.id and ${covers('s.day')}
  where s.day between c.activated_on and $2::date
  group by s.id, s.day, c.seats order by s.id, s.day`;

const COUNT = `count(*)::int as members, count(*) filter (where m.seat = 'civil_society')::int as "civilSociety",
  count(*) filter (where m.seat = 'state_body')::int as "stateBody"`;

/** Who sits in which council on which day. */
@Injectable()
export class MembersQueries {
  constructor(private readonly statements: Statements) {}

  /** The members of a council on a day, by family name; computed from their terms. */
  onDate(councilId: string, day: LocalDate): Promise<MemberOn[]> {
    return this.statements.rows<MemberOn & Record<string, unknown>>('members-on-date', ON_DATE, [councilId, day]);
  }

  /** Names of organisations that members represent, by id; ids that are null are left out. */
  async organizationNames(ids: readonly (string | null)[]): Promise<ReadonlyMap<string, LocalizedText>> {
    const known = [...new Set(ids.filter((id) => id !== null))];
    if (known.length === 0) return new Map();
    const rows = await this.statements.rows<{ id: string; name: LocalizedText }>(
      'member-organization-names',
      'select id, name from organizations where id = any($1::uuid[])',
      [known],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** How many members a council has on a day. */
  async headcount(councilId: string, day: LocalDate): Promise<Headcount> {
    const row = await this.statements.row<Headcount & Record<string, unknown>>(
      'members-headcount',
      `select ${COUNT} from members m join convocations v on v.id = m.convocation_id
       where m.council_id = $1 and ${covers('$2::date')}`,
      [councilId, day],
    );
    return row ?? { members: 0, civilSociety: 0, stateBody: 0 };
  }

  /** The headcounts of all active councils on a day, in one statement. */
  headcounts(day: LocalDate): Promise<(Headcount & { councilId: string; seats: number })[]> {
    return this.statements.rows(
      'members-headcounts',
      `select c.id as "councilId", c.seats, count(m.id)::int as members,
         count(m.id) filter (where m.seat = 'civil_society')::int as "civilSociety",
         count(m.id) filter (where m.seat = 'state_body')::int as "stateBody"
       from councils c
         left join (members m join convocations v on v.id = m.convocation_id)
           on m.council_id = c.id and ${covers('$1::date')}
       where c.state = 'active' group by c.id, c.seats`,
      [day],
    );
  }

  /** The councils that are not dissolved, or one of them, with their headcounts on a day; in one statement. */
  councilHeadcounts(day: LocalDate, councilId?: string): Promise<CouncilHeadcount[]> {
    return this.statements.rows<CouncilHeadcount & Record<string, unknown>>(
      'members-council-headcounts',
      `select c.id as "councilId", c.state, c.kind, c.seats, c.founded_on as "foundedOn", count(m.id)::int as members,
         count(m.id) filter (where m.seat = 'civil_society')::int as "civilSociety",
         count(m.id) filter (where m.seat = 'state_body')::int as "stateBody"
       from councils c
         left join (members m join convocations v on v.id = m.convocation_id)
           on m.council_id = c.id and ${covers('$1::date')}
       where c.state <> 'dissolved' and ($2::uuid is null or c.id = $2)
       group by c.id, c.state, c.kind, c.seats, c.founded_on order by c.founded_on, c.id`,
      [day, councilId ?? null],
    );
  }

  /** How the headcounts of active councils went, oldest first, from the activation to a day; in one statement. */
  headcountSteps(councilIds: readonly string[], until: LocalDate): Promise<HeadcountStep[]> {
    return this.statements.rows<HeadcountStep & Record<string, unknown>>('members-headcount-steps', STEPS, [
      councilIds,
      until,
    ]);
  }

  /** True when the seat is one of this council. */
  async isOf(councilId: string, memberId: string): Promise<boolean> {
    const sql = 'select id from members where id = $1 and council_id = $2';
    return (await this.statements.row('member-is-of', sql, [memberId, councilId])) !== undefined;
  }

  /** True when the account has this role in the council now. */
  async hasRole(accountId: string, councilId: string, role: 'member' | 'secretary'): Promise<boolean> {
    const sql = `select id from grants where account_id = $1 and council_id = $2 and role = $3 and revoked_at is null`;
    return (await this.statements.row('member-has-role', sql, [accountId, councilId, role])) !== undefined;
  }
}
