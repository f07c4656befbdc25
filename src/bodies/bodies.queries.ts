import { Injectable } from '@nestjs/common';
import { Statements } from '../platform/database/index.js';
import { keysOf, notFound, pageOf, type Page } from '../platform/kernel/index.js';
import type { BodiesQuery, TerritoriesQuery } from './bodies.requests.js';
import type { BodyResponse, TerritoryResponse } from './bodies.responses.js';

type TerritoryRead = TerritoryResponse & Record<string, unknown>;
type BodyRead = BodyResponse & Record<string, unknown>;

const TERRITORY = `t.id, t.code, t.iso_code as "isoCode", t.level, t.subtype, t.parent_id as "parentId", t.name`;
const BODY = `b.id, b.code, b.kind, b.subkind, b.territory_id as "territoryId", b.name, b.website`;

/** Reads of territories and bodies. */
@Injectable()
export class BodiesQueries {
  constructor(private readonly statements: Statements) {}

  /** By code. */
  async territories({ limit, after, level, parent }: TerritoriesQuery): Promise<Page<TerritoryResponse>> {
    const [from] = keysOf(after, ['string']) ?? [''];
    const rows = await this.statements.rows<TerritoryRead>(
      'territories',
      `select ${TERRITORY} from territories t where t.code > $1 and ($2::text is null or t.level = $2)
         and ($3::uuid is null or t.parent_id = $3) order by t.code limit $4`,
      [from, level ?? null, parent ?? null, limit + 1],
    );
    return pageOf(
      rows,
      limit,
      (row) => [row.code],
      (row) => row,
    );
  }

  /** The regions and the cities of republican significance, by code, and the territory `also` where it is none of them. */
  regions(also?: string): Promise<readonly TerritoryResponse[]> {
    const sql = `select ${TERRITORY} from territories t
      where t.level in ('region', 'city_of_republican_significance') or t.id = $1::uuid order by t.code`;
    return this.statements.rows<TerritoryRead>('regions', sql, [also ?? null]);
  }

  /** Throws `not-found`. */
  async territory(id: string): Promise<TerritoryResponse> {
    const sql = `select ${TERRITORY} from territories t where t.id = $1`;
    const row = await this.statements.row<TerritoryRead>('territory', sql, [id]);
    if (!row) throw notFound();
    return row;
  }

  /** By code; `q` is a part of the name in any language. */
  async bodies({ limit, after, kind, territory, q }: BodiesQuery): Promise<Page<BodyResponse>> {
    const [from] = keysOf(after, ['string']) ?? [''];
    const rows = await this.statements.rows<BodyRead>(
      'bodies',
      `select ${BODY} from bodies b where b.code > $1 and ($2::text is null or b.kind = $2)
         and ($3::uuid is null or b.territory_id = $3)
         and ($4::text is null or strpos(lower(concat_ws(' ', b.name->>'kk', b.name->>'ru', b.name->>'en')
           collate "ru-x-icu"), lower($4 collate "ru-x-icu")) > 0)
       order by b.code limit $5`,
      [from, kind ?? null, territory ?? null, q ?? null, limit + 1],
    );
    return pageOf(
      rows,
      limit,
      (row) => [row.code],
      (row) => row,
    );
  }

  /** Throws `not-found`. */
  async body(id: string): Promise<BodyResponse> {
    const row = await this.statements.row<BodyRead>('body', `select ${BODY} from bodies b where b.id = $1`, [id]);
    if (!row) throw notFound();
    return row;
  }

  /** Code of the one place whose name stands in these words; undefined when there is none or more than one. */
  async territoryNamedIn(words: string): Promise<string | undefined> {
    const rows = await this.statements.rows<{ code: string }>(
      'territory-named',
      `select t.code from territories t
       where t.level <> 'country' and (strpos($1, t.name->>'kk') > 0 or strpos($1, t.name->>'ru') > 0
         or (t.name->>'ru' like 'город %' and strpos($1, replace(t.name->>'ru', 'город ', 'города ')) > 0))
       limit 2`,
      [words],
    );
    return rows.length === 1 ? rows[0]?.code : undefined;
  }

  /** Id of the body with this code of ours or number of the national portal; undefined when there is none. */
  async bodyId(by: { code?: string; portalId?: string }): Promise<string | undefined> {
    const row = await this.statements.row<{ id: string }>(
      'body-id',
      'select id from bodies where code = $1 or portal_id = $2 limit 1',
      [by.code ?? null, by.portalId ?? null],
    );
    return row?.id;
  }
}
