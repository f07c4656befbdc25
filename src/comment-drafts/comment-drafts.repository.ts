import { Injectable } from '@nestjs/common';
import { Statements } from '../platform/database/index.js';
import type { LocalDate } from '../platform/kernel/index.js';
import type { CommentDraft } from './comment-draft.entity.js';
import { isOverSql } from './comment-drafts.queries.js';

/** Kept comments for change. */
@Injectable()
export class CommentDraftsRepository {
  constructor(private readonly statements: Statements) {}

  /** Keeps it in the place of what was kept before. False where the provision is none of the consultation's. */
  async put(draft: CommentDraft): Promise<boolean> {
    const { accountId, consultationId, text, language, provisionId, quote, showName, onBehalfOf, keptAt } = draft;
    const kept = await this.statements.rows(
      'comment-draft-put',
      `with kept as (
         insert into comment_drafts
           (account_id, consultation_id, text, language, provision_id, show_name, on_behalf_of, kept_at, quote)
         select $1, $2, $3, $4, $5, $6, $7, $8, $9
         where $5::uuid is null or exists (select from provisions where id = $5 and consultation_id = $2)
         on conflict (account_id, consultation_id) do update
           set text = excluded.text, language = excluded.language, provision_id = excluded.provision_id,
             show_name = excluded.show_name, on_behalf_of = excluded.on_behalf_of, kept_at = excluded.kept_at,
             quote = excluded.quote
         returning 1)
       select * from kept`,
      [
        ...[accountId, consultationId, text, language, provisionId, showName],
        ...[onBehalfOf && JSON.stringify(onBehalfOf), keptAt, quote],
      ],
    );
    return kept.length > 0;
  }

  /** False where there was none. */
  async remove(accountId: string, consultationId: string): Promise<boolean> {
    const gone = await this.statements.rows(
      'comment-draft-remove',
      `with gone as (delete from comment_drafts where account_id = $1 and consultation_id = $2 returning 1)
       select * from gone`,
      [accountId, consultationId],
    );
    return gone.length > 0;
  }

  async removeAllOf(accountId: string): Promise<void> {
    await this.statements.rows('comment-drafts-forget', 'delete from comment_drafts where account_id = $1', [
      accountId,
    ]);
  }

  /** Removes what is over on this day; gives how many. */
  async sweep(today: LocalDate): Promise<number> {
    const gone = await this.statements.rows(
      'comment-drafts-sweep',
      `with gone as (
         delete from comment_drafts k using consultations d
         where d.id = k.consultation_id and ${isOverSql('$1::date')} returning 1)
       select * from gone`,
      [today],
    );
    return gone.length;
  }
}
