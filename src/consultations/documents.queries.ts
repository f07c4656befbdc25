import { Injectable } from '@nestjs/common';
import { Statements } from '../platform/database/index.js';
import type { Sight } from '../platform/files/index.js';
import { keysOf, notFound, pageOf, type Actor, type LocalDate, type Page } from '../platform/kernel/index.js';
import { maySee } from './consultation.policy.js';
import { documentResponse, type DocumentResponse, type DocumentRow } from './documents.responses.js';

const DOCUMENT = `
  select t.id, t.version, t.consultation_id as "consultationId", t.kind, t.title, t.added_at as "addedAt",
    t.replaces_id as "replacesId", r.id as "replacedById",
    json_build_object('id', f.id, 'name', f.name, 'kind', f.kind, 'hash', f.hash, 'size', n.size,
      'uploadedAt', f.uploaded_at) as file
  from consultation_documents t join files f on f.id = t.file_id join file_contents n using (hash)
    left join consultation_documents r on r.replaces_id = t.id`;

type Row = DocumentRow & Record<string, unknown>;

/** Reads of the documents of consultations. Who may see a consultation is asked elsewhere. */
@Injectable()
export class DocumentsQueries {
  constructor(private readonly statements: Statements) {}

  /** Documents in the order in which they came, those that were replaced among them. */
  async list(consultationId: string, limit: number, after?: string): Promise<Page<DocumentResponse>> {
    const [from = null] = keysOf(after, ['id']) ?? [];
    const rows = await this.statements.rows<Row>(
      'consultation-documents',
      `${DOCUMENT} where t.consultation_id = $1 and ($2::uuid is null or t.id > $2) order by t.id limit $3`,
      [consultationId, from, limit + 1],
    );
    return pageOf(rows, limit, ({ id }) => [id], documentResponse);
  }

  /** Throws `not-found`. */
  async one(id: string): Promise<DocumentResponse> {
    const row = await this.statements.row<Row>('consultation-document', `${DOCUMENT} where t.id = $1`, [id]);
    if (!row) throw notFound();
    return documentResponse(row);
  }

  /** Who sees the file of a document: everybody for ever once the draft is published, before that its body. */
  async sight(fileId: string, by: Actor): Promise<Sight> {
    const row = await this.statements.row<{ bodyId: string; publishedOn: LocalDate | null }>(
      'consultation-document-sight',
      `select c.body_id as "bodyId", c.published_on as "publishedOn"
       from consultation_documents t join consultations c on c.id = t.consultation_id where t.file_id = $1`,
      [fileId],
    );
    if (!row || maySee(by, row) !== 'allowed') return 'hidden';
    return row.publishedOn === null ? 'private' : 'lasting';
  }
}
