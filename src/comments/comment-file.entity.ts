import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { CountColumn, RefColumn } from '../platform/database/index.js';
import { Comment } from './comment.entity.js';

/** A file that an author sent with a comment. */
@Entity('comment_files')
export class CommentFile {
  @PrimaryColumn({ type: 'uuid', name: 'file_id' })
  @ForeignKey('StoredFile')
  fileId!: string;

  @RefColumn('comment_id')
  @ForeignKey(() => Comment, { deferrable: 'INITIALLY DEFERRED' })
  commentId!: string;

  /** Counts the files of the comment from 1, in the order in which they were named. */
  @CountColumn('position')
  position!: number;
}
