import { ApiProperty } from '@nestjs/swagger';
import { COMMENT_LIFECYCLE, type CommentState } from '../comments/index.js';
import { ACT_TYPES, PHASES, type ActType, type Phase } from '../consultations/index.js';
import { LocalizedTextResponse } from '../platform/http/index.js';
import { LANGUAGES, type Language, type LocalDate, type LocalizedText } from '../platform/kernel/index.js';

/** A piece of a snippet. */
export class PieceResponse {
  /** Plain text: whoever shows it escapes it. */
  text!: string;

  /** Whether it is a word that was sought. */
  hit!: boolean;
}

/** The part of a text in which the sought words stand. */
export class SnippetResponse {
  @ApiProperty({ enum: LANGUAGES })
  language!: Language;

  /** Their texts together are the part; … stands where the text goes on. */
  @ApiProperty({ type: () => [PieceResponse] })
  pieces!: PieceResponse[];
}

/** A part of a draft. */
export class DraftSnippetResponse extends SnippetResponse {
  /** The provision it is of; null for what stands before the text. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  provisionId!: string | null;
}

/** A draft in which the words stand. */
export class DraftFoundResponse {
  /** Of the consultation. */
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: () => LocalizedTextResponse })
  title!: LocalizedText;

  @ApiProperty({ format: 'uuid' })
  bodyId!: string;

  @ApiProperty({ enum: PHASES })
  phase!: Phase;

  @ApiProperty({ enum: ACT_TYPES })
  actType!: ActType;

  category!: string;

  @ApiProperty({ format: 'date' })
  publishedOn!: LocalDate;

  @ApiProperty({ format: 'date' })
  closesOn!: LocalDate;

  /** In the language in which the words stand. */
  @ApiProperty({ type: () => DraftSnippetResponse })
  snippet!: DraftSnippetResponse;
}

/** A comment in which the words stand. */
export class CommentFoundResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  consultationId!: string;

  @ApiProperty({ type: () => LocalizedTextResponse })
  consultationTitle!: LocalizedText;

  /** Counts the consultation's comments from 1. */
  @ApiProperty({ type: 'integer' })
  number!: number;

  @ApiProperty({ enum: COMMENT_LIFECYCLE.states })
  state!: CommentState;

  @ApiProperty({ type: String, format: 'date-time' })
  acceptedAt!: Date;

  @ApiProperty({ type: () => SnippetResponse })
  snippet!: SnippetResponse;
}

/** What every page of found things tells. */
class FoundResponse {
  @ApiProperty({ type: String, nullable: true })
  next!: string | null;

  /** How many were found and ranked; null in the order of time, which counts nothing. */
  @ApiProperty({ type: 'integer', nullable: true })
  found!: number | null;

  /** True where there are more than `found`: the newest of them are ranked. `sort=newest` shows all. */
  more!: boolean;
}

/** A page of drafts. */
export class DraftsFoundResponse extends FoundResponse {
  @ApiProperty({ type: () => [DraftFoundResponse] })
  items!: DraftFoundResponse[];
}

/** A page of comments. What was said within the last minutes may not be among them yet. */
export class CommentsFoundResponse extends FoundResponse {
  @ApiProperty({ type: () => [CommentFoundResponse] })
  items!: CommentFoundResponse[];
}
