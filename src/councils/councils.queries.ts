import { Injectable } from '@nestjs/common';
import { Statements } from '../platform/database/index.js';
import { keysOf, notFound, pageOf, type LocalDate, type LocalizedText, type Page } from '../platform/kernel/index.js';
import type { CouncilKind, CouncilLevel } from './council.entity.js';
import type { CouncilState } from './council.lifecycle.js';
import type { CouncilsQuery } from './councils.requests.js';

/** What other records need to know of a council. */
export interface CouncilFacts {
  readonly id: string;
  readonly state: CouncilState;
  readonly bodyId: string;
  readonly territoryId: string;
  readonly kind: CouncilKind;
  readonly level: CouncilLevel;
  readonly seats: number;
  readonly name: LocalizedText;
}

/** How many councils a region has, those of its districts and cities too; for the country, the republican ones. */
export interface RegionCount {
  readonly id: string;
  /** KATO code. */
  readonly code: string;
  readonly name: LocalizedText;
  readonly councils: number;
  readonly incomplete: number;
}

/** A council as it is read. */
export interface CouncilRead extends CouncilFacts, Record<string, unknown> {
  readonly version: number;
  readonly foundedOn: LocalDate;
  readonly activatedOn: LocalDate | null;
  readonly dissolvedOn: LocalDate | null;
  readonly website: string | null;
  readonly sectors: LocalizedText[];
  readonly regulation: LocalizedText | null;
  readonly convocations: { id: string; number: number; fromOn: LocalDate; untilOn: LocalDate }[];
}

const COUNCIL = `c.id, c.version, c.state, c.name, c.level, c.kind, c.body_id as "bodyId",
  c.territory_id as "territoryId", c.seats, c.founded_on as "foundedOn", c.activated_on as "activatedOn",
  c.dissolved_on as "dissolvedOn", c.website, c.sectors, c.regulation,
  (select json_agg(json_build_object('id', v.id, 'number', v.number, 'fromOn', v.from_on, 'untilOn', v.until_on)
    order by v.number) from convocations v where v.council_id = c.id) as convocations`;

const REGIONS = `('country', 'region', 'city_of_republican_significance')`;

/** Reads of councils. */
@Injectable()
export class CouncilsQueries {
  constructor(private readonly statements: Statements) {}

  /** Undefined when there is no such council. */
  find(id: string): Promise<CouncilFacts | undefined> {
    return this.statements.row<CouncilFacts & Record<string, unknown>>(
      'council-facts',
      `select id, state, body_id as "bodyId", territory_id as "territoryId", kind, level, seats, name
       from councils where id = $1`,
      [id],
    );
  }

  /** Id of the active council that works with a body. */
  async activeOf(bodyId: string): Promise<string | undefined> {
    const row = await this.statements.row<{ id: string }>(
      'council-active-of',
      `select id from councils where body_id = $1 and state = 'active'`,
      [bodyId],
    );
    return row?.id;
  }

  /** Those of the given councils that are active. */
  async activeAmong(ids: readonly string[]): Promise<string[]> {
    const rows = await this.statements.rows<{ id: string }>(
      'councils-active-among',
      `select id from councils where id = any($1) and state = 'active' order by id`,
      [ids],
    );
    return rows.map(({ id }) => id);
  }

  /** The council's convocation that a day falls into. */
  convocationOn(councilId: string, day: LocalDate): Promise<CouncilRead['convocations'][number] | undefined> {
    return this.statements.row(
      'convocation-on',
      `select id, number, from_on as "fromOn", until_on as "untilOn" from convocations
       where council_id = $1 and $2::date between from_on and until_on order by number desc limit 1`,
      [councilId, day],
    );
  }

  /** The last convocation of every council that is not dissolved, the first to end first. */
  lastConvocations(): Promise<(CouncilRead['convocations'][number] & { councilId: string })[]> {
    return this.statements.rows(
      'convocations-last',
      `select * from (
         select distinct on (v.council_id) v.council_id as "councilId", v.id, v.number, v.from_on as "fromOn",
           v.until_on as "untilOn"
         from convocations v join councils c on c.id = v.council_id and c.state <> 'dissolved'
         order by v.council_id, v.number desc) last
       order by "untilOn", "councilId"`,
    );
  }

  /** Throws `not-found`. */
  async convocation(id: string): Promise<CouncilRead['convocations'][number]> {
    const row = await this.statements.row<CouncilRead['convocations'][number]>(
      'convocation',
      `select id, number, from_on as "fromOn", until_on as "untilOn" from convocations where id = $1`,
      [id],
    );
    if (!row) throw notFound();
    return row;
  }

  /** Throws `not-found`. */
  async one(id: string): Promise<CouncilRead> {
    const sql = `select ${COUNCIL} from councils c where c.id = $1`;
    const row = await this.statements.row<CouncilRead>('council', sql, [id]);
    if (!row) throw notFound();
    return row;
  }

  /** The country and its regions by code, with what is not dissolved; `incomplete` names the incomplete councils. */
  regions(incomplete: readonly string[]): Promise<RegionCount[]> {
    return this.statements.rows<RegionCount & Record<string, unknown>>(
      'councils-regions',
      `select t.id, t.code, t.name, count(c.id)::int as councils,
         count(c.id) filter (where c.id = any($1::uuid[]))::int as incomplete
       from territories t
         left join (councils c join territories o on o.id = c.territory_id)
           on left(o.code, 2) = left(t.code, 2) and c.state <> 'dissolved'
       where t.level in ${REGIONS} group by t.id, t.code, t.name order by t.code`,
      [incomplete],
    );
  }

  /** Ids of the councils of a territory and, for a region, of its parts. */
  async within(territoryId: string): Promise<string[]> {
    const rows = await this.statements.rows<{ id: string }>(
      'councils-within',
      `select c.id from councils c join territories o on o.id = c.territory_id join territories t on t.id = $1
       where o.id = t.id or (t.level in ${REGIONS} and left(o.code, 2) = left(t.code, 2))`,
      [territoryId],
    );
    return rows.map(({ id }) => id);
  }

  /** By Kazakh name; `q` is a part of the name in any language, `only` limits the list to these ids. */
  async list<T>(
    query: CouncilsQuery,
    only: readonly string[] | null,
    shape: (row: CouncilRead) => T,
  ): Promise<Page<T>> {
    const { limit, after, modifiedSince, level, territory, body, state, q } = query;
    const [name, id] = keysOf(after, ['string', 'id']) ?? [null, null];
    const rows = await this.statements.rows<CouncilRead>(
      'councils',
      `select ${COUNCIL} from councils c
       where ($1::text is null or (c.name->>'kk' collate "kk-x-icu", c.id::text) > ($1 collate "kk-x-icu", $2::text))
         and ($3::text is null or c.level = $3) and ($4::uuid is null or c.territory_id = $4)
         and ($5::uuid is null or c.body_id = $5) and ($6::text is null or c.state = $6)
         and ($7::text is null or strpos(lower(concat_ws(' ', c.name->>'kk', c.name->>'ru', c.name->>'en')
           collate "ru-x-icu"), lower($7 collate "ru-x-icu")) > 0)
         and ($8::uuid[] is null or c.id = any($8))
         and ($9::timestamptz is null or c.id::text in (select j.subject_id from journal j
           where j.subject_kind = 'council' and j.public and j.seq >= coalesce(
             (select min(s.seq) from journal s where s.at >= $9), 9223372036854775807)))
       order by c.name->>'kk' collate "kk-x-icu", c.id::text limit $10`,
      [
        name,
        id,
        level ?? null,
        territory ?? null,
        body ?? null,
        state ?? null,
        q ?? null,
        only,
        modifiedSince ?? null,
        limit + 1,
      ],
    );
    return pageOf(rows, limit, (row) => [row.name.kk, row.id], shape);
  }
}
