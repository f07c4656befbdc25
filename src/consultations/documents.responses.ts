import { ApiProperty } from '@nestjs/swagger';
import { FileResponse, fileResponse, type FileRow } from '../platform/files/index.js';
import { LocalizedTextResponse, versioned } from '../platform/http/index.js';
import type { LocalizedText } from '../platform/kernel/index.js';
import { DOCUMENT_KINDS, type DocumentKind } from './document.entity.js';

/** A document of a consultation. */
export class DocumentResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  consultationId!: string;

  @ApiProperty({ enum: DOCUMENT_KINDS })
  kind!: DocumentKind;

  @ApiProperty({ type: () => LocalizedTextResponse })
  title!: LocalizedText;

  @ApiProperty({ type: () => FileResponse })
  file!: FileResponse;

  @ApiProperty({ type: String, format: 'date-time' })
  addedAt!: Date;

  /** The document that it took the place of. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  replacesId!: string | null;

  /** The document that took its place; null for one that holds. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  replacedById!: string | null;
}

/** A page of documents. */
export class DocumentPageResponse {
  @ApiProperty({ type: () => [DocumentResponse] })
  items!: DocumentResponse[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

/** A document's row as queries read it. */
export interface DocumentRow {
  readonly id: string;
  readonly version: number;
  readonly consultationId: string;
  readonly kind: DocumentKind;
  readonly title: LocalizedText;
  readonly addedAt: Date;
  readonly replacesId: string | null;
  readonly replacedById: string | null;
  readonly file: FileRow;
}

export function documentResponse({ version, file, ...row }: DocumentRow): DocumentResponse {
  const { id, consultationId, kind, title, addedAt, replacesId, replacedById } = row;
  const shown = { id, consultationId, kind, title, file: fileResponse(file), addedAt, replacesId, replacedById };
  return versioned(shown, version);
}
