import { Entity, ForeignKey, Index } from 'typeorm';
import type { NewComment } from '../comments/index.js';
import { Consultation } from '../consultations/index.js';
import { BytesColumn, InstantColumn, LocalizedColumn, RefColumn, TextColumn } from '../platform/database/index.js';

/** A comment of somebody without an account, until he confirms it by the link of a letter; a day at most. */
@Entity('unconfirmed_comments')
@Index('unconfirmed_comments_email', ['email'])
@Index('unconfirmed_comments_expiry', ['expiresAt'])
export class UnconfirmedComment {
  /** SHA-256 of the link's secret, which itself is only in the letter. */
  @BytesColumn('token_hash', { primary: true })
  tokenHash!: Buffer;

  @RefColumn('consultation_id')
  @ForeignKey(() => Consultation)
  consultationId!: string;

  /** In lower case. */
  @TextColumn('email')
  email!: string;

  /** The name to be shown; null for who wants to be a numbered participant. */
  @TextColumn('display_name', { nullable: true })
  displayName!: string | null;

  /** The comment as it would be posted. */
  @LocalizedColumn('said')
  said!: NewComment;

  @InstantColumn('sent_at')
  sentAt!: Date;

  @InstantColumn('expires_at')
  expiresAt!: Date;
}
