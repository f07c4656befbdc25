import { ApiProperty } from '@nestjs/swagger';
import { OnBehalfOfResponse } from '../comments/index.js';
import { fileResponse, FileResponse, type FileRow } from '../platform/files/index.js';

/** A letter from which a comment was entered, for officers of the body. The comment itself is at `/comments/{id}`. */
export class PaperCommentResponse {
  /** That of the comment. */
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  consultationId!: string;

  /** Counts the consultation's comments from 1. */
  @ApiProperty({ type: 'integer' })
  number!: number;

  channel!: string;

  @ApiProperty({ format: 'date' })
  receivedOn!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  enteredAt!: Date;

  /** To be told to the author by letter: with it anybody can ask what became of the comment. */
  receipt!: string;

  @ApiProperty({ type: String, nullable: true })
  authorName!: string | null;

  @ApiProperty({ type: () => OnBehalfOfResponse, nullable: true })
  onBehalfOf!: OnBehalfOfResponse | null;

  /** Whether everybody sees author and organisation. */
  isNameShown!: boolean;

  @ApiProperty({ type: () => FileResponse, nullable: true })
  scan!: FileResponse | null;
}

/** A letter's row as the queries read it. */
export type PaperCommentRow = Omit<PaperCommentResponse, 'scan'> & {
  readonly bodyId: string;
  readonly scan: FileRow | null;
};

/** The letter as officers of the body see it. */
export function paperCommentResponse(row: PaperCommentRow): PaperCommentResponse {
  const { id, consultationId, number, channel, receivedOn, enteredAt, receipt, authorName, onBehalfOf, isNameShown } =
    row;
  const letter = { id, consultationId, number, channel, receivedOn, enteredAt, receipt, authorName, onBehalfOf };
  return { ...letter, isNameShown, scan: row.scan && fileResponse(row.scan) };
}
