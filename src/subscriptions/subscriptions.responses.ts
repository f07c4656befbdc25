import { ApiProperty } from '@nestjs/swagger';
import { PHASES, type Phase } from '../consultations/index.js';
import { LocalizedTextResponse } from '../platform/http/index.js';
import { NEWS_KINDS, type NewsKind } from './news.js';

/** How often something of a kind happened since I last looked. */
export class NewsResponse {
  @ApiProperty({ enum: NEWS_KINDS })
  kind!: NewsKind;

  @ApiProperty({ type: 'integer' })
  count!: number;
}

/** A consultation that I follow. Nobody else knows that I do. */
export class SubscriptionResponse {
  @ApiProperty({ format: 'uuid' })
  consultationId!: string;

  @ApiProperty({ type: () => LocalizedTextResponse })
  title!: LocalizedTextResponse;

  /** The developing body. */
  @ApiProperty({ format: 'uuid' })
  bodyId!: string;

  /** Where it stands today. */
  @ApiProperty({ enum: PHASES })
  phase!: Phase;

  /** The last day for comments, to its end in Kazakhstan. */
  @ApiProperty({ format: 'date' })
  closesOn!: string;

  /** The day by which comments are to be answered (K8.answers). */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  dueOn!: string | null;

  @ApiProperty({ type: String, format: 'date-time' })
  followedAt!: Date;

  /** When I last said that I know what is new; at first when I began to follow. */
  @ApiProperty({ type: String, format: 'date-time' })
  seenAt!: Date;

  /** Number of the journal's last entry when this was read. */
  @ApiProperty({ type: 'integer' })
  upTo!: number;

  /** What has happened since, by the public journal; empty when nothing has. */
  @ApiProperty({ type: () => [NewsResponse] })
  news!: NewsResponse[];
}

/** A page of what I follow. */
export class SubscriptionPageResponse {
  @ApiProperty({ type: () => [SubscriptionResponse] })
  items!: SubscriptionResponse[];

  /** The cursor to go on with, or null at the end. */
  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

/** That I follow something, as it is kept. */
export class OwnSubscriptionResponse {
  @ApiProperty({ format: 'uuid' })
  consultationId!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  followedAt!: Date;

  @ApiProperty({ type: String, format: 'date-time' })
  seenAt!: Date;
}
