import { Entity, ForeignKey, Index } from 'typeorm';
import { Comment } from '../comments/index.js';
import { LocalizedColumn, RefColumn, TextColumn } from '../platform/database/index.js';
import type { Language } from '../platform/kernel/index.js';
import { Import } from './import.entity.js';
import type { PortalComment } from './portal-page.js';

/** What only the portal knows of a comment taken over from it. */
@Entity('imported_comments')
@Index('imported_comments_external', ['importId', 'externalId'], { unique: true })
export class ImportedComment {
  @RefColumn('comment_id', { primary: true })
  @ForeignKey(() => Comment)
  commentId!: string;

  @RefColumn('import_id')
  @ForeignKey(() => Import)
  importId!: string;

  /** The number of the comment there. */
  @TextColumn('external_id')
  externalId!: string;

  /** The name under which the portal shows the author. */
  @TextColumn('author')
  author!: string;

  @LocalizedColumn('fragment', { nullable: true })
  fragment!: PortalComment['fragment'];

  @TextColumn('mark', { nullable: true })
  mark!: PortalComment['mark'];

  /** The official answers as they stand there, also those of comments that bear no mark. */
  @LocalizedColumn('replies')
  replies!: { readonly id: string; readonly author: string; readonly submittedAt: string; readonly text: string }[];

  /** The one language the reasons are really in; null without reasons. */
  @TextColumn('reasons_language', { nullable: true })
  reasonsLanguage!: Language | null;
}
