import { Injectable } from '@nestjs/common';
import { Consultation } from '../consultations/index.js';
import { Rows } from '../platform/database/index.js';
import { Comment } from './comment.entity.js';

/** Comments for change. They come in by the intake only. */
@Injectable()
export class CommentsRepository {
  constructor(private readonly rows: Rows) {}

  lock(id: string, expected?: number): Promise<Comment> {
    return this.rows.lock(Comment, id, expected);
  }

  update(comment: Comment): Promise<void> {
    return this.rows.update(Comment, comment);
  }

  /** The comment's consultation, kept in its state while this act lasts. */
  consultationOf({ consultationId }: Comment): Promise<Consultation> {
    return this.rows.share(Consultation, consultationId);
  }
}
