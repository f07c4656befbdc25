import { Entity, ForeignKey } from 'typeorm';
import { IdColumn, InstantColumn, RefColumn, TextColumn } from '../database/index.js';
import type { FileKind } from './file-kind.js';
import { StoredContent } from './stored-content.entity.js';

/** What a file can be used as: who may see it is decided there. */
export const FILE_USES = ['comment', 'document', 'scan'] as const;

export type FileUse = (typeof FILE_USES)[number];

/** A file that somebody uploaded, with its name; used once, or removed after a day. */
@Entity('files')
export class StoredFile {
  @IdColumn()
  id!: string;

  @TextColumn('hash')
  @ForeignKey(() => StoredContent)
  hash!: string;

  @TextColumn('kind')
  kind!: FileKind;

  /** Exactly as its owner calls it. */
  @TextColumn('name')
  name!: string;

  /** Who uploaded it. */
  @RefColumn('account_id')
  @ForeignKey('Account')
  accountId!: string;

  @InstantColumn('uploaded_at')
  uploadedAt!: Date;

  /** Null as long as nothing has it: then it is its owner's alone. */
  @TextColumn('used_as', { nullable: true })
  usedAs!: FileUse | null;
}
