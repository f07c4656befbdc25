import { Injectable } from '@nestjs/common';
import { Rows, Statements } from '../platform/database/index.js';
import { Consultation } from './consultation.entity.js';
import { CouncilNotice } from './council-notice.entity.js';
import type { LinkedDocument } from './early-engagement.js';

/** Loads consultations for change and writes them. */
@Injectable()
export class ConsultationsRepository {
  constructor(
    private readonly rows: Rows,
    private readonly statements: Statements,
  ) {}

  lock(id: string, expected?: number): Promise<Consultation> {
    return this.rows.lock(Consultation, id, expected);
  }

  insert(consultation: Consultation): Promise<void> {
    return this.rows.insert(Consultation, consultation);
  }

  update(consultation: Consultation): Promise<void> {
    return this.rows.update(Consultation, consultation);
  }

  /** What is known of the consultative document a draft law is linked to. */
  async linked(id: string | null): Promise<LinkedDocument | undefined> {
    if (id === null) return undefined;
    return this.statements.row<LinkedDocument & Record<string, unknown>>(
      'consultation-linked',
      'select body_id as "bodyId", stage, state, published_on as "publishedOn" from consultations where id = $1',
      [id],
    );
  }

  /** Ids of the councils chosen for a locked consultation. */
  async councilIds(consultationId: string): Promise<string[]> {
    const rows = await this.statements.rows<{ id: string }>(
      'consultation-council-ids',
      'select council_id as id from consultation_councils where consultation_id = $1 order by council_id',
      [consultationId],
    );
    return rows.map(({ id }) => id);
  }

  /** Puts these notices in the place of those of a locked consultation. */
  async putNotices(consultationId: string, notices: readonly CouncilNotice[]): Promise<void> {
    await this.statements.rows(
      'consultation-councils-clear',
      'delete from consultation_councils where consultation_id = $1',
      [consultationId],
    );
    await this.rows.insert(CouncilNotice, notices);
  }
}
