import { Injectable } from '@nestjs/common';
import { Statements } from '../platform/database/index.js';
import type { LocalizedText } from '../platform/kernel/index.js';

/** A territory as a file gives it. */
export interface TerritoryRow {
  readonly code: string;
  readonly isoCode: string | null;
  readonly level: string;
  readonly subtype: string | null;
  readonly parentCode: string | null;
  readonly name: LocalizedText;
}

/** A government body as a file gives it. */
export interface BodyRow {
  readonly code: string;
  readonly kind: string;
  readonly subkind: string;
  readonly territoryCode: string;
  readonly name: LocalizedText;
  readonly website: string | null;
  readonly portalId: string | null;
}

type Ids = ReadonlyMap<string, string>;

/** Territories and bodies by their codes. */
@Injectable()
export class BodiesRepository {
  constructor(private readonly statements: Statements) {}

  /** Lets one import at a time work on the facts; readers are not kept waiting. */
  async lockFacts(): Promise<void> {
    await this.statements.rows('bodies-lock', 'lock table territories, bodies in share row exclusive mode');
  }

  /** Ids by code, to be extended by the caller. */
  territoryIds(): Promise<Map<string, string>> {
    return this.#ids('territory-ids', 'select code, id from territories');
  }

  /** Ids by code, to be extended by the caller. */
  bodyIds(): Promise<Map<string, string>> {
    return this.#ids('body-ids', 'select code, id from bodies');
  }

  /** Inserts or corrects; returns how many were new or different. Parents may come in any order. */
  async putTerritories(rows: readonly TerritoryRow[], ids: Ids): Promise<number> {
    const written = await this.statements.rows(
      'territories-put',
      `with written as (
         insert into territories as t (id, code, iso_code, level, subtype, parent_id, name)
         select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::jsonb[])
         on conflict (code) do update set iso_code = excluded.iso_code, level = excluded.level,
           subtype = excluded.subtype, parent_id = excluded.parent_id, name = excluded.name
         where (t.iso_code, t.level, t.subtype, t.parent_id, t.name)
           is distinct from (excluded.iso_code, excluded.level, excluded.subtype, excluded.parent_id, excluded.name)
         returning 1)
       select * from written`,
      [
        rows.map(({ code }) => ids.get(code)),
        rows.map(({ code }) => code),
        rows.map(({ isoCode }) => isoCode),
        rows.map(({ level }) => level),
        rows.map(({ subtype }) => subtype),
        rows.map(({ parentCode }) => (parentCode === null ? null : ids.get(parentCode))),
        rows.map(({ name }) => JSON.stringify(name)),
      ],
    );
    return written.length;
  }

  /** Inserts or corrects; returns how many were new or different. */
  async putBodies(rows: readonly BodyRow[], ids: Ids, territories: Ids): Promise<number> {
    const written = await this.statements.rows(
      'bodies-put',
      `with written as (
         insert into bodies as b (id, code, kind, subkind, territory_id, name, website, portal_id)
         select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::uuid[], $6::jsonb[], $7::text[], $8::text[])
         on conflict (code) do update set kind = excluded.kind, subkind = excluded.subkind,
           territory_id = excluded.territory_id, name = excluded.name, website = excluded.website,
           portal_id = excluded.portal_id
         where (b.kind, b.subkind, b.territory_id, b.name, b.website, b.portal_id) is distinct from
           (excluded.kind, excluded.subkind, excluded.territory_id, excluded.name, excluded.website, excluded.portal_id)
         returning 1)
       select * from written`,
      [
        rows.map(({ code }) => ids.get(code)),
        rows.map(({ code }) => code),
        rows.map(({ kind }) => kind),
        rows.map(({ subkind }) => subkind),
        rows.map(({ territoryCode }) => territories.get(territoryCode)),
        rows.map(({ name }) => JSON.stringify(name)),
        rows.map(({ website }) => website),
        rows.map(({ portalId }) => portalId),
      ],
    );
    return written.length;
  }

  async #ids(name: string, sql: string): Promise<Map<string, string>> {
    const rows = await this.statements.rows<{ code: string; id: string }>(name, sql);
    return new Map(rows.map(({ code, id }) => [code, id]));
  }
}
