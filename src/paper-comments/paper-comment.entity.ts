import { Entity, ForeignKey } from 'typeorm';
import { Comment, type OnBehalfOf } from '../comments/index.js';
import { LocalizedColumn, RefColumn, TextColumn } from '../platform/database/index.js';

/** A letter from which a comment was entered, as the officers of the body know it; what is public stands at the comment. */
@Entity('paper_comments')
export class PaperComment {
  @RefColumn('comment_id', { primary: true })
  @ForeignKey(() => Comment)
  commentId!: string;

  @TextColumn('author_name', { nullable: true })
  authorName!: string | null;

  @LocalizedColumn('on_behalf_of', { nullable: true })
  onBehalfOf!: OnBehalfOf | null;

  @RefColumn('scan_id', { nullable: true })
  @ForeignKey('StoredFile')
  scanId!: string | null;

  @RefColumn('entered_by')
  @ForeignKey('Account')
  enteredBy!: string;
}
