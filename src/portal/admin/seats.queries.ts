import { Injectable } from '@nestjs/common';
import { Statements } from '../../platform/database/index.js';
import type { PersonName } from '../councils/person-name.js';

/** The persons on seats of councils by the ids of their memberships; what grants of members refer to. */
@Injectable()
export class SeatsQueries {
  constructor(private readonly statements: Statements) {}

  /** In one statement; ids that are null are left out. */
  async of(...memberIds: readonly (string | null)[]): Promise<ReadonlyMap<string, PersonName>> {
    const known = memberIds.filter((id) => id !== null);
    if (known.length === 0) return new Map();
    const rows = await this.statements.rows<PersonName & { id: string } & Record<string, unknown>>(
      'portal-seats',
      `select m.id, p.family_name as "familyName", p.given_name as "givenName", p.patronymic
       from members m join persons p on p.id = m.person_id where m.id = any($1::uuid[])`,
      [known],
    );
    return new Map(rows.map(({ id, ...name }) => [id, name]));
  }
}
