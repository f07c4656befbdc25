import { Injectable } from '@nestjs/common';
import { Statements } from '../../platform/database/index.js';
import type { LocalDate, LocalizedText } from '../../platform/kernel/index.js';

/** A seat that a person holds or held. */
export interface HeldSeat {
  readonly memberId: string;
  readonly councilId: string;
  readonly council: LocalizedText;
  readonly sinceOn: LocalDate;
  readonly untilOn: LocalDate;
}

/** A person who is recorded already, with the seats by which he is known. */
export interface KnownPerson {
  readonly id: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly patronymic: string | null;
  /** The latest first. */
  readonly seats: readonly HeldSeat[];
}

/** A decision of a council, under which it may have ended a membership. */
export interface CouncilDecision {
  readonly id: string;
  readonly title: LocalizedText;
  readonly number: number;
  readonly startsAt: Date;
}

/** People are found by name, not browsed. */
const FOUND = 10;
const DECISIONS = 30;

const PERSON = `select p.id, p.family_name as "familyName", p.given_name as "givenName", p.patronymic, s.seats
  from persons p join lateral (
    select json_agg(json_build_object('memberId', m.id, 'councilId', c.id, 'council', c.name, 'sinceOn', m.since_on,
      'untilOn', greatest(m.since_on, least(coalesce(m.until_on, v.until_on), v.until_on, m.ended_on - 1)))
      order by m.since_on desc, m.id) as seats
    from members m join councils c on c.id = m.council_id join convocations v on v.id = m.convocation_id
    where m.person_id = p.id) s on s.seats is not null`;

const BY_NAME = 'p.family_name collate "kk-x-icu", p.given_name collate "kk-x-icu", p.id';

/** Persons of whom councils keep a record; names and seats of members are public (M2), nothing else is read. */
@Injectable()
export class PersonsQueries {
  constructor(private readonly statements: Statements) {}

  /** Persons whose name has this in it, by name; at most ten. */
  named(part: string): Promise<KnownPerson[]> {
    return this.statements.rows<KnownPerson & Record<string, unknown>>(
      'portal-persons-named',
      `${PERSON} where strpos(lower(concat_ws(' ', p.family_name, p.given_name, p.patronymic) collate "kk-x-icu"),
         lower($1 collate "kk-x-icu")) > 0 order by ${BY_NAME} limit ${FOUND}`,
      [part],
    );
  }

  /** The persons in these seats, by name. */
  inSeats(memberIds: readonly string[]): Promise<KnownPerson[]> {
    return this.statements.rows<KnownPerson & Record<string, unknown>>(
      'portal-persons-in-seats',
      `${PERSON} where p.id in (select m.person_id from members m where m.id = any($1::uuid[])) order by ${BY_NAME}`,
      [memberIds],
    );
  }

  /** What the council decided, the latest first; at most thirty. */
  decisions(councilId: string): Promise<CouncilDecision[]> {
    return this.statements.rows<CouncilDecision & Record<string, unknown>>(
      'portal-council-decisions',
      `select i.id, i.title, m.number, m.starts_at as "startsAt"
       from agenda_items i join meetings m on m.id = i.meeting_id
       where m.council_id = $1 and i.outcome = 'carried' order by m.starts_at desc, i.position limit ${DECISIONS}`,
      [councilId],
    );
  }
}
