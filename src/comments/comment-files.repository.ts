import { Injectable } from '@nestjs/common';
import { Rows, Statements } from '../platform/database/index.js';
import { CommentFile } from './comment-file.entity.js';

/** Files of comments for change. */
@Injectable()
export class CommentFilesRepository {
  constructor(
    private readonly rows: Rows,
    private readonly statements: Statements,
  ) {}

  /** Binds files to a comment that is stored in the same act. */
  insert(commentId: string, fileIds: readonly string[]): Promise<void> {
    const files = fileIds.map((fileId, at) => ({ fileId, commentId, position: at + 1 }));
    return this.rows.insert(CommentFile, files);
  }

  /** Files of comments that this account withdrew are nobody's any more. */
  async forgetWithdrawn(accountId: string): Promise<void> {
    await this.statements.rows(
      'comment-files-forget',
      `with gone as (
         delete from comment_files t using comments c
         where c.id = t.comment_id and c.account_id = $1 and c.state = 'withdrawn' returning t.file_id
       ), none as (
         update comments set files = 0 where account_id = $1 and state = 'withdrawn' and files > 0
       )
       update files set used_as = null where id in (select file_id from gone)`,
      [accountId],
    );
  }
}
