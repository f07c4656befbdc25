import { Injectable } from '@nestjs/common';
import { CommentsQueries, type Posted } from '../../comments/index.js';
import type { Actor } from '../../platform/kernel/index.js';

/** What a reader may know of comments of his own. */
@Injectable()
export class CommentsOfReader {
  constructor(private readonly comments: CommentsQueries) {}

  /** The receipt number of what was just posted, also when the same form had been taken before. */
  async receiptOf(posted: Posted, by: Actor): Promise<string> {
    if ('row' in posted) return posted.row.receipt;
    const { receipt } = await this.comments.one(posted.repeatedId, by);
    return receipt?.number ?? '';
  }
}
