import { Injectable } from '@nestjs/common';
import { Rows, Statements } from '../platform/database/index.js';
import { ConsultationDocument } from './document.entity.js';

/** What a consultation has of documents, as far as a new one depends on it. */
export interface KnownDocument {
  readonly id: string;
  readonly isReplaced: boolean;
}

/** Documents of consultations for change. */
@Injectable()
export class DocumentsRepository {
  constructor(
    private readonly rows: Rows,
    private readonly statements: Statements,
  ) {}

  lock(id: string, expected?: number): Promise<ConsultationDocument> {
    return this.rows.lock(ConsultationDocument, id, expected);
  }

  insert(document: ConsultationDocument): Promise<void> {
    return this.rows.insert(ConsultationDocument, document);
  }

  /** All documents of a locked consultation. */
  of(consultationId: string): Promise<KnownDocument[]> {
    return this.statements.rows<KnownDocument & Record<string, unknown>>(
      'consultation-documents-known',
      `select t.id, exists (select from consultation_documents r where r.replaces_id = t.id) as "isReplaced"
       from consultation_documents t where t.consultation_id = $1`,
      [consultationId],
    );
  }

  async remove(id: string): Promise<void> {
    await this.statements.rows('consultation-document-remove', 'delete from consultation_documents where id = $1', [
      id,
    ]);
  }
}
