import { Injectable } from '@nestjs/common';
import { constraintOf, Rows, Statements } from '../platform/database/index.js';
import { conflict, keysOf, notFound, pageOf, type Page } from '../platform/kernel/index.js';
import { Organization } from './organization.entity.js';
import type { OrganizationsQuery } from './members.requests.js';
import type { OrganizationResponse } from './members.responses.js';

type OrganizationRead = OrganizationResponse & { version: number } & Record<string, unknown>;

const ORGANIZATION = 'o.id, o.version, o.kind, o.name, o.bin';

/** Organisations: written once, read by everyone. */
@Injectable()
export class OrganizationsRepository {
  constructor(
    private readonly rows: Rows,
    private readonly statements: Statements,
  ) {}

  async insert(organization: Organization): Promise<void> {
    await this.rows.insert(Organization, organization).catch((error: unknown) => {
      throw constraintOf(error) === 'organizations_bin' ? conflict('bin-recorded') : error;
    });
  }

  /** Throws `not-found`. */
  async one(id: string): Promise<OrganizationRead> {
    const sql = `select ${ORGANIZATION} from organizations o where o.id = $1`;
    const row = await this.statements.row<OrganizationRead>('organization', sql, [id]);
    if (!row) throw notFound();
    return row;
  }

  /** By Kazakh name. */
  async list<T>(query: OrganizationsQuery, shape: (row: OrganizationRead) => T): Promise<Page<T>> {
    const { limit, after, modifiedSince, kind, q } = query;
    const [name, id] = keysOf(after, ['string', 'string']) ?? [null, null];
    const rows = await this.statements.rows<OrganizationRead>(
      'organizations',
      `select ${ORGANIZATION} from organizations o
       where ($1::text is null or (o.name->>'kk' collate "kk-x-icu", o.id::text) > ($1 collate "kk-x-icu", $2::text))
         and ($3::text is null or o.kind = $3)
         and ($4::text is null or o.bin = $4 or strpos(lower(concat_ws(' ', o.name->>'kk', o.name->>'ru',
           o.name->>'en') collate "ru-x-icu"), lower($4 collate "ru-x-icu")) > 0)
         and ($5::timestamptz is null or o.id::text in (select j.subject_id from journal j
           where j.subject_kind = 'organization' and j.public and j.seq >= coalesce(
             (select min(s.seq) from journal s where s.at >= $5), 9223372036854775807)))
       order by o.name->>'kk' collate "kk-x-icu", o.id::text limit $6`,
      [name, id, kind ?? null, q ?? null, modifiedSince ?? null, limit + 1],
    );
    return pageOf(rows, limit, (row) => [row.name.kk, row.id], shape);
  }
}
