import { ApiProperty } from '@nestjs/swagger';
import { LocalizedTextResponse } from '../platform/http/index.js';
import type { LocalizedText } from '../platform/kernel/index.js';
import { OUTCOMES, type Outcome } from './comment.lifecycle.js';

/** An answer that another took the place of. */
export class EarlierAnswerResponse {
  /** Counts the answers to the comment from 1. */
  @ApiProperty({ type: 'integer' })
  number!: number;

  @ApiProperty({ enum: OUTCOMES })
  outcome!: Outcome;

  @ApiProperty({ type: () => LocalizedTextResponse })
  reasons!: LocalizedText;

  @ApiProperty({ type: String, format: 'date-time' })
  answeredAt!: Date;

  @ApiProperty({ type: String, format: 'date-time' })
  replacedAt!: Date;

  /** Why it was replaced. */
  @ApiProperty({ type: () => LocalizedTextResponse })
  why!: LocalizedText;

  /** The provision of the draft that it led to. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  provisionId!: string | null;
}

/** Earlier answers, the latest first. */
export class EarlierAnswerPageResponse {
  @ApiProperty({ type: () => [EarlierAnswerResponse] })
  items!: EarlierAnswerResponse[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}
