import { Injectable } from '@nestjs/common';
import { jsonOf, Rows, Statements } from '../platform/database/index.js';
import type { ComparativeRow } from './comparative-table.js';
import type { PlacedProvision } from './draft-text.js';
import { DraftVersion } from './draft-version.entity.js';

/** What the comparative table of a version says, and of which provisions it may. */
export interface ComparedVersion {
  readonly comparativeTable: ComparativeRow[];
  readonly provisions: readonly Pick<PlacedProvision, 'id' | 'position'>[];
}

/** Writes versions of texts; none is ever changed once it is public. */
@Injectable()
export class DraftsRepository {
  constructor(
    private readonly rows: Rows,
    private readonly statements: Statements,
  ) {}

  /** Ids of all provisions a locked consultation ever had. */
  async provisionIds(consultationId: string): Promise<Set<string>> {
    const rows = await this.statements.rows<{ id: string }>(
      'provision-ids',
      'select id from provisions where consultation_id = $1',
      [consultationId],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** How many provisions a version has. */
  async size(consultationId: string, version: number): Promise<number> {
    const row = await this.statements.row<{ count: number }>(
      'draft-size',
      `select count(*) as count from provisions p
         join provision_texts t on t.provision_id = p.id and t.version = $2 where p.consultation_id = $1`,
      [consultationId, version],
    );
    return row?.count ?? 0;
  }

  /** The comparative table of a version and its provisions, for what is written next. */
  async compared(consultationId: string, version: number): Promise<ComparedVersion | undefined> {
    return this.statements.row<ComparedVersion & Record<string, unknown>>(
      'draft-compared',
      `select v.comparative_table as "comparativeTable",
         (select coalesce(json_agg(json_build_object('id', p.id, 'position', t.position) order by t.position), '[]')
           from provisions p join provision_texts t on t.provision_id = p.id and t.version = v.number
           where p.consultation_id = v.consultation_id) as provisions
       from draft_versions v where v.consultation_id = $1 and v.number = $2`,
      [consultationId, version],
    );
  }

  /** Replaces the comparative table of a version that is not public. */
  async replaceComparison(consultationId: string, version: number, rows: readonly ComparativeRow[]): Promise<void> {
    await this.statements.rows(
      'draft-comparison-replace',
      'update draft_versions set comparative_table = $3::jsonb where consultation_id = $1 and number = $2',
      [consultationId, version, JSON.stringify(rows)],
    );
  }

  /** Three statements, whatever the length of the text. */
  async insert(version: DraftVersion, provisions: readonly PlacedProvision[]): Promise<void> {
    await this.rows.insert(DraftVersion, version);
    await this.statements.rows(
      'provisions-insert',
      'insert into provisions (id, consultation_id) select id, $1 from unnest($2::uuid[]) as id',
      [version.consultationId, provisions.filter(({ isNew }) => isNew).map(({ id }) => id)],
    );
    await this.statements.rows(
      'provision-texts-insert',
      `insert into provision_texts (provision_id, version, position, level, number, heading, text, label, table_shape)
       select id, $1, position, level, number, heading, text, label, shape
       from unnest($2::uuid[], $3::int[], $4::text[], $5::text[], $6::jsonb[], $7::jsonb[], $8::jsonb[], $9::jsonb[])
         as t (id, position, level, number, heading, text, label, shape)`,
      [
        version.number,
        provisions.map(({ id }) => id),
        provisions.map(({ position }) => position),
        provisions.map(({ level }) => level),
        provisions.map(({ number }) => number),
        provisions.map(({ heading }) => jsonOf(heading)),
        provisions.map(({ text }) => JSON.stringify(text)),
        provisions.map(({ label }) => jsonOf(label)),
        provisions.map(({ table }) => jsonOf(table)),
      ],
    );
  }
}
