import { Entity, ForeignKey } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  LocalizedColumn,
  RefColumn,
  TextColumn,
  VersionColumn,
} from '../platform/database/index.js';
import type { LocalizedText } from '../platform/kernel/index.js';
import { Consultation } from './consultation.entity.js';

/** What a document of a consultation is. */
export const DOCUMENT_KINDS = ['explanatory_note', 'comparative_table', 'calculations', 'other'] as const;

export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** A document that a body put to its draft. Once the draft is published it stays, also when another takes its place. */
@Entity('consultation_documents')
export class ConsultationDocument {
  @IdColumn()
  id!: string;

  @VersionColumn()
  version!: number;

  @RefColumn('consultation_id')
  @ForeignKey(() => Consultation)
  consultationId!: string;

  @RefColumn('file_id')
  @ForeignKey('StoredFile')
  fileId!: string;

  @TextColumn('kind')
  kind!: DocumentKind;

  @LocalizedColumn('title')
  title!: LocalizedText;

  @InstantColumn('added_at')
  addedAt!: Date;

  /** The document that this one takes the place of. */
  @RefColumn('replaces_id', { nullable: true })
  @ForeignKey(() => ConsultationDocument)
  replacesId!: string | null;
}
