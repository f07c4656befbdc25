import { readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { newId, UnitOfWork } from '../platform/database/index.js';
import { CellFault, filled, maybe, oneOf, orNull, readCsv, type Cell, type Read } from '../platform/csv/index.js';
import { Journal } from '../platform/journal/index.js';
import { invalidAt, OPERATOR, type Actor } from '../platform/kernel/index.js';
import { bodiesImported, territoriesImported } from './bodies.events.js';
import { BodiesRepository, type BodyRow, type TerritoryRow } from './bodies.repository.js';

export const TERRITORY_LEVELS = [
  'country',
  'region',
  'city_of_republican_significance',
  'district',
  'city_of_regional_significance',
] as const;
export const BODY_KINDS = ['central', 'local_executive'] as const;

/** Territories and government bodies: facts read from files, with our ids. */
@Injectable()
export class BodiesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: BodiesRepository,
    private readonly journal: Journal,
  ) {}

  /** Reads a CSV of territories, parents in it or known. Throws `invalid` naming line and column; nothing is stored then. */
  async importTerritories(csv: string, by: Actor): Promise<number> {
    return this.unitOfWork.run(async () => {
      await this.repository.lockFacts();
      const ids = await this.repository.territoryIds();
      const rows = readTerritories(csv, new Set(ids.keys()));
      for (const { code } of rows) if (!ids.has(code)) ids.set(code, newId());
      const changed = await this.repository.putTerritories(rows, ids);
      if (changed > 0) this.journal.append(territoriesImported(changed, by));
      return rows.length;
    });
  }

  /** Reads a CSV of government bodies. Throws `invalid` naming line and column; nothing is stored then. */
  async importBodies(csv: string, by: Actor): Promise<number> {
    return this.unitOfWork.run(async () => {
      await this.repository.lockFacts();
      const territories = await this.repository.territoryIds();
      const rows = readBodies(csv, territories);
      const ids = await this.repository.bodyIds();
      for (const { code } of rows) if (!ids.has(code)) ids.set(code, newId());
      const changed = await this.repository.putBodies(rows, ids, territories);
      if (changed > 0) this.journal.append(bodiesImported(changed, by));
      return rows.length;
    });
  }

  /** Adds or corrects one body by its code; returns its id. Throws `invalid` for a territory that is not known. */
  async put(row: BodyRow, by: Actor): Promise<string> {
    return this.unitOfWork.run(async () => {
      const [territories, ids] = [await this.repository.territoryIds(), await this.repository.bodyIds()];
      if (!territories.has(row.territoryCode)) throw invalidAt('/territoryCode', 'not-found');
      const id = ids.get(row.code) ?? newId();
      const changed = await this.repository.putBodies([row], ids.set(row.code, id), territories);
      if (changed > 0) this.journal.append(bodiesImported(changed, by));
      return id;
    });
  }

  /** The facts that come with the product, into an empty database. */
  async loadIfEmpty(): Promise<void> {
    const fact = (name: string): string => readFileSync(new URL(`./${name}`, import.meta.url), 'utf8');
    await this.unitOfWork.run(async () => {
      await this.repository.lockFacts();
      if ((await this.repository.territoryIds()).size > 0) return;
      await this.importTerritories(fact('territories.csv'), OPERATOR);
      await this.importBodies(fact('bodies.csv'), OPERATOR);
    });
  }
}

const kato: Cell<string> = (text) => {
  if (!/^(\d{9}|KZ)$/.test(text)) throw new CellFault('kato-code-expected');
  return text;
};

function readTerritories(csv: string, known: Set<string>): TerritoryRow[] {
  const columns = {
    code: kato,
    iso_3166_2: maybe,
    level: oneOf(TERRITORY_LEVELS),
    subtype: orNull(oneOf(['rural_district', 'city_district', 'city_administration'])),
    parent_code: orNull(kato),
    name_kk: filled,
    name_ru: filled,
    name_en: filled,
  };
  const seen = new Set<string>();
  return readCsv<Read<typeof columns>>(csv, columns, (row, fail) => {
    if (seen.has(row.code)) fail('code', 'duplicate');
    const parent = row.parent_code;
    if (parent !== null && !known.has(parent)) fail('parent_code', 'code-unknown', { code: parent });
    seen.add(row.code);
    known.add(row.code);
  }).map(({ code, iso_3166_2, level, subtype, parent_code, name_kk: kk, name_ru: ru, name_en: en }) => ({
    code,
    isoCode: iso_3166_2,
    level,
    subtype,
    parentCode: parent_code,
    name: { kk, ru, en },
  }));
}

function readBodies(csv: string, territories: ReadonlyMap<string, string>): BodyRow[] {
  const columns = {
    id: filled,
    kind: oneOf(BODY_KINDS),
    subkind: oneOf(['ministry', 'agency', 'akimat']),
    territory_code: kato,
    name_kk: filled,
    name_ru: filled,
    name_en: filled,
    website: maybe,
    portal_government_id: maybe,
  };
  const seen = new Set<string>();
  return readCsv<Read<typeof columns>>(csv, columns, (row, fail) => {
    if (seen.has(row.id)) fail('id', 'duplicate');
    if (!territories.has(row.territory_code)) fail('territory_code', 'code-unknown', { code: row.territory_code });
    seen.add(row.id);
  }).map(({ id, kind, subkind, territory_code, name_kk: kk, name_ru: ru, name_en: en, ...row }) => ({
    code: id,
    kind,
    subkind,
    territoryCode: territory_code,
    name: { kk, ru, en },
    website: row.website,
    portalId: row.portal_government_id,
  }));
}
