import { Injectable } from '@nestjs/common';
import type { Evidence } from '../assessments/index.js';
import { newId, Rows, Statements } from '../platform/database/index.js';
import type { LocalizedText } from '../platform/kernel/index.js';
import { FollowUp } from './follow-up.entity.js';

/** What a body reports of a measure. */
export interface NewReport {
  readonly kind: 'progress' | 'completion';
  readonly note: LocalizedText;
  readonly evidence: readonly Evidence[];
}

/** Follow-ups for change. */
@Injectable()
export class FollowUpsRepository {
  constructor(
    private readonly rows: Rows,
    private readonly statements: Statements,
  ) {}

  lock(id: string, expected?: number): Promise<FollowUp> {
    return this.rows.lock(FollowUp, id, expected);
  }

  insert(followUp: FollowUp): Promise<void> {
    return this.rows.insert(FollowUp, followUp);
  }

  update(followUp: FollowUp): Promise<void> {
    return this.rows.update(FollowUp, followUp);
  }

  async addReport(followUpId: string, { kind, note, evidence }: NewReport, at: Date): Promise<void> {
    await this.statements.rows(
      'follow-up-report',
      `insert into follow_up_reports (id, follow_up_id, kind, note, evidence, reported_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [newId(), followUpId, kind, JSON.stringify(note), JSON.stringify(evidence), at],
    );
  }
}
