import { Injectable } from '@nestjs/common';
import { Statements } from '../../platform/database/index.js';
import type { LocalizedText } from '../../platform/kernel/index.js';

/** Names of bodies and councils by their ids. */
export type Names = ReadonlyMap<string, LocalizedText>;

/** What the records refer to by id has names; pages show these. */
@Injectable()
export class NamesQueries {
  constructor(private readonly statements: Statements) {}

  /** The names of bodies and councils with these ids, in one statement; ids that are null are left out. */
  async of(...ids: readonly (string | null | undefined)[]): Promise<Names> {
    const known = [...new Set(ids.filter((id) => id !== null && id !== undefined))];
    if (known.length === 0) return new Map();
    const rows = await this.statements.rows<{ id: string; name: LocalizedText }>(
      'portal-names',
      `select id, name from bodies where id = any($1::uuid[])
       union all select id, name from councils where id = any($1::uuid[])`,
      [known],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
