import { Entity, ForeignKey } from 'typeorm';
import type { OnBehalfOf } from '../comments/index.js';
import { Consultation } from '../consultations/index.js';
import { FlagColumn, InstantColumn, LocalizedColumn, RefColumn, TextColumn } from '../platform/database/index.js';
import type { Language } from '../platform/kernel/index.js';

/** A comment that a person is writing; one in a consultation, for him alone. */
@Entity('comment_drafts')
export class CommentDraft {
  @RefColumn('account_id', { primary: true })
  @ForeignKey('Account')
  accountId!: string;

  @RefColumn('consultation_id', { primary: true })
  @ForeignKey(() => Consultation)
  consultationId!: string;

  @TextColumn('text')
  text!: string;

  @TextColumn('language')
  language!: Language;

  @RefColumn('provision_id', { nullable: true })
  @ForeignKey('Provision')
  provisionId!: string | null;

  /** The words of the provision that are meant. */
  @TextColumn('quote', { nullable: true })
  quote!: string | null;

  @FlagColumn('show_name')
  showName!: boolean;

  @LocalizedColumn('on_behalf_of', { nullable: true })
  onBehalfOf!: OnBehalfOf | null;

  @InstantColumn('kept_at')
  keptAt!: Date;
}
