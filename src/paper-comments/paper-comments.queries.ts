import { Injectable } from '@nestjs/common';
import { Statements } from '../platform/database/index.js';
import type { Sight } from '../platform/files/index.js';
import { notFound, permit, type Actor } from '../platform/kernel/index.js';
import { mayEnterComment } from './paper-comment.policy.js';
import { paperCommentResponse, type PaperCommentResponse, type PaperCommentRow } from './paper-comments.responses.js';

/** Reads of letters from which comments were entered. */
@Injectable()
export class PaperCommentsQueries {
  constructor(private readonly statements: Statements) {}

  /** The letter of a comment, for officers of the body. Throws `not-found`, `not-allowed`. */
  async one(commentId: string, by: Actor): Promise<PaperCommentResponse> {
    const row = await this.statements.row<PaperCommentRow & Record<string, unknown>>(
      'paper-comment',
      `select c.id, c.consultation_id as "consultationId", d.body_id as "bodyId", c.number, c.channel,
         c.received_on as "receivedOn", c.accepted_at as "enteredAt", c.receipt, p.author_name as "authorName",
         p.on_behalf_of as "onBehalfOf", c.author_name is not null or c.on_behalf_of is not null as "isNameShown",
         case when f.id is not null then json_build_object('id', f.id, 'name', f.name, 'kind', f.kind, 'hash', f.hash,
           'size', n.size, 'uploadedAt', f.uploaded_at) end as scan
       from paper_comments p join comments c on c.id = p.comment_id join consultations d on d.id = c.consultation_id
         left join files f on f.id = p.scan_id left join file_contents n on n.hash = f.hash
       where p.comment_id = $1`,
      [commentId],
    );
    if (!row) throw notFound();
    permit(mayEnterComment(by, row));
    return paperCommentResponse(row);
  }

  /** A scan bears signatures and addresses: officers of the body alone see it. */
  async sight(fileId: string, by: Actor): Promise<Sight> {
    const row = await this.statements.row<{ bodyId: string }>(
      'paper-comment-sight',
      `select d.body_id as "bodyId" from paper_comments p join comments c on c.id = p.comment_id
         join consultations d on d.id = c.consultation_id where p.scan_id = $1`,
      [fileId],
    );
    return row && mayEnterComment(by, row) === 'allowed' ? 'private' : 'hidden';
  }
}
