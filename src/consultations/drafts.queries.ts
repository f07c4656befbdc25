import { Injectable } from '@nestjs/common';
import { Statements } from '../platform/database/index.js';
import type { PublicPageQuery } from '../platform/http/index.js';
import { keysOf, notFound, pageOf, type Page } from '../platform/kernel/index.js';
import type { DraftResponse, DraftVersionResponse } from './drafts.responses.js';

const LATEST = 2_147_483_647;

type VersionRead = DraftVersionResponse & Record<string, unknown>;
type DraftRead = DraftResponse & Record<string, unknown>;

const DRAFT = `select v.id, v.consultation_id as "consultationId", v.number as version, v.made_at as "madeAt", v.note,
  v.comparative_table as "comparativeTable", coalesce((select json_agg(json_build_object('id', p.id, 'position', t.position, 'level', t.level,
    'number', t.number, 'label', t.label, 'heading', t.heading, 'text', t.text, 'table', t.table_shape) order by t.position)
    from provisions p join provision_texts t on t.provision_id = p.id and t.version = v.number
    where p.consultation_id = v.consultation_id), '[]') as provisions
  from draft_versions v`;

/** Reads of the versions of a text. `from` is the first version the reader may see. */
@Injectable()
export class DraftsQueries {
  constructor(private readonly statements: Statements) {}

  /** One version, whole, in one statement. Throws `not-found`. */
  async draft(consultationId: string, number: number, from: number): Promise<DraftResponse> {
    const where = 'where v.consultation_id = $1 and v.number = $2 and v.number >= $3';
    const row = await this.statements.row<DraftRead>('draft', `${DRAFT} ${where}`, [consultationId, number, from]);
    if (!row) throw notFound();
    return row;
  }

  /** The same by the id of the version. */
  async version(id: string): Promise<DraftResponse> {
    const row = await this.statements.row<DraftRead>('draft-by-id', `${DRAFT} where v.id = $1`, [id]);
    if (!row) throw notFound();
    return row;
  }

  /** Latest first. `modifiedSince` asks whether the consultation was changed since. */
  async versions(
    consultationId: string,
    { limit, after, modifiedSince }: PublicPageQuery,
    from: number,
  ): Promise<Page<DraftVersionResponse>> {
    const [before] = keysOf(after, ['count']) ?? [LATEST];
    const rows = await this.statements.rows<VersionRead>(
      'draft-versions',
      `select v.id, v.number, v.made_at as "madeAt", v.note,
         (select count(*) from provisions p join provision_texts t on t.provision_id = p.id and t.version = v.number
           where p.consultation_id = v.consultation_id) as provisions
       from draft_versions v where v.consultation_id = $1 and v.number < $2 and v.number >= $3
         and ($4::timestamptz is null or v.consultation_id::text in (select j.subject_id from journal j
           where j.subject_kind = 'consultation' and j.public and j.seq >= coalesce(
             (select min(s.seq) from journal s where s.at >= $4), 9223372036854775807)))
       order by v.number desc limit $5`,
      [consultationId, before, from, modifiedSince ?? null, limit + 1],
    );
    return pageOf(
      rows,
      limit,
      (row) => [row.number],
      (row) => row,
    );
  }
}
