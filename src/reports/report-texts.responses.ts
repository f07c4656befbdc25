import { ApiProperty } from '@nestjs/swagger';
import {
  CommentAnswerResponse,
  CommentAuthorResponse,
  ConcealmentNoticeResponse,
  EarlierAnswerResponse,
  OnBehalfOfResponse,
} from '../comments/index.js';
import { LANGUAGES, type Language } from '../platform/kernel/index.js';

/** A text of a report with its answer; the first of its comments stands for all. */
export class ReportTextResponse {
  /** Counts the texts of the report from 1. */
  @ApiProperty({ type: 'integer' })
  position!: number;

  /** How many comments say this, exactly, of the same place, with the same answer. */
  @ApiProperty({ type: 'integer' })
  comments!: number;

  @ApiProperty({ format: 'uuid' })
  commentId!: string;

  @ApiProperty({ type: 'integer' })
  number!: number;

  channel!: string;

  @ApiProperty({ enum: LANGUAGES })
  language!: Language;

  /** Null while concealed. */
  @ApiProperty({ type: String, nullable: true })
  text!: string | null;

  @ApiProperty({ type: String, nullable: true })
  quote!: string | null;

  @ApiProperty({ type: String, nullable: true })
  quoteBefore!: string | null;

  @ApiProperty({ type: String, nullable: true })
  quoteAfter!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  provisionId!: string | null;

  @ApiProperty({ type: String, nullable: true })
  provisionNumber!: string | null;

  @ApiProperty({ type: 'integer', nullable: true })
  versionNumber!: number | null;

  /** Null when the author did not want his name shown. */
  @ApiProperty({ type: () => CommentAuthorResponse, nullable: true })
  author!: CommentAuthorResponse | null;

  /** Stands for the author; null where his name is shown. */
  @ApiProperty({ type: 'integer', nullable: true })
  participant!: number | null;

  /** As stated by the author. */
  @ApiProperty({ type: () => OnBehalfOfResponse, nullable: true })
  onBehalfOf!: OnBehalfOfResponse | null;

  @ApiProperty({ type: String, format: 'date-time' })
  acceptedAt!: string;

  /** The day on which the body received it as a letter; null for what was posted here. */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  receivedOn!: string | null;

  /** Since when the holder of the account says that he did not write it. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  disownedAt!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  groupId!: string | null;

  @ApiProperty({ type: () => CommentAnswerResponse, nullable: true })
  answer!: CommentAnswerResponse | null;

  /** The printed number of the provision that the answer leads to, as it was last. */
  @ApiProperty({ type: String, nullable: true })
  answerProvisionNumber!: string | null;

  /** Answers that stood before, the latest first, no more than ten. */
  @ApiProperty({ type: () => [EarlierAnswerResponse] })
  earlierAnswers!: EarlierAnswerResponse[];

  /** Null for a text that everyone may read. */
  @ApiProperty({ type: () => ConcealmentNoticeResponse, nullable: true })
  concealment!: ConcealmentNoticeResponse | null;
}

/** A page of texts; fewer than were asked for where they are long. */
export class ReportTextPageResponse {
  @ApiProperty({ type: () => [ReportTextResponse] })
  items!: ReportTextResponse[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}
