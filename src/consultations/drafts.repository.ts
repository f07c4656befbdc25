import { Injectable } from '@nestjs/common';
import { Rows, Statements } from '../platform/database/index.js';
import type { PlacedProvision } from './draft-text.js';
import { DraftVersion } from './draft-version.entity.js';

/** Writes versions of texts; none is ever changed. */
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
      `insert into provision_texts (provision_id, version, position, level, number, heading, text)
       select id, $1, position, level, number, heading, text
       from unnest($2::uuid[], $3::int[], $4::text[], $5::text[], $6::jsonb[], $7::jsonb[])
         as t (id, position, level, number, heading, text)`,
      [
        version.number,
        provisions.map(({ id }) => id),
        provisions.map(({ position }) => position),
        provisions.map(({ level }) => level),
        provisions.map(({ number }) => number),
        provisions.map(({ heading }) => (heading ? JSON.stringify(heading) : null)),
        provisions.map(({ text }) => JSON.stringify(text)),
      ],
    );
  }
}
