import { ApiProperty } from '@nestjs/swagger';
import { FILE_KINDS, mediaTypeOf, type FileKind } from './file-kind.js';
import type { FileUse } from './stored-file.entity.js';

/** A file: what it is and where its bytes are. */
export class FileResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  /** As its owner called it. */
  name!: string;

  @ApiProperty({ enum: FILE_KINDS })
  kind!: FileKind;

  /** The media type that it is sent with. */
  type!: string;

  /** In bytes. */
  @ApiProperty({ type: 'integer' })
  size!: number;

  /** SHA-256 of the bytes, in hexadecimal. */
  hash!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  uploadedAt!: Date;

  /** Where the bytes are, a path on this server. */
  path!: string;
}

/** A file's row as queries read it, with what decides who sees it. */
export interface FileRow {
  readonly id: string;
  readonly name: string;
  readonly kind: FileKind;
  readonly hash: string;
  readonly size: number;
  readonly accountId: string;
  readonly uploadedAt: Date;
  readonly usedAs: FileUse | null;
}

/** The file as everyone who may see it does. */
export function fileResponse({ id, name, kind, size, hash, uploadedAt }: FileRow): FileResponse {
  return { id, name, kind, type: mediaTypeOf(kind), size, hash, uploadedAt, path: filePath(id, name) };
}

/** Where the bytes of a file are. */
export function filePath(id: string, name: string): string {
  return `/api/v1/files/${id}/${encodeURIComponent(name)}`;
}
