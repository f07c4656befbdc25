import { Injectable } from '@nestjs/common';
import { Consultation } from '../consultations/index.js';
import { Rows, Statements } from '../platform/database/index.js';
import { PaperComment } from './paper-comment.entity.js';

/** Letters for change, and what they are judged by. */
@Injectable()
export class PaperCommentsRepository {
  constructor(
    private readonly rows: Rows,
    private readonly statements: Statements,
  ) {}

  /** The consultation, kept in its state while this act lasts. Throws `not-found`. */
  consultation(id: string): Promise<Consultation> {
    return this.rows.share(Consultation, id);
  }

  insert(letter: PaperComment): Promise<void> {
    return this.rows.insert(PaperComment, letter);
  }

  async isProvisionOf(consultationId: string, provisionId: string): Promise<boolean> {
    const row = await this.statements.row(
      'paper-comment-provision',
      'select from provisions where id = $1 and consultation_id = $2',
      [provisionId, consultationId],
    );
    return row !== undefined;
  }

  /** The version of the text that stood at an instant: at the latest the one that was published first. */
  async versionAt({ id, firstPublicVersion }: Consultation, instant: Date): Promise<number> {
    const row = await this.statements.row<{ number: number }>(
      'paper-comment-version',
      `select coalesce(max(number), $3) as number from draft_versions
       where consultation_id = $1 and made_at < $2 and number >= $3`,
      [id, instant, firstPublicVersion ?? 1],
    );
    return row?.number ?? 1;
  }
}
