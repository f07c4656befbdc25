import { ApiProperty } from '@nestjs/swagger';
import { TermBreachResponse } from '../meetings/index.js';
import { LocalizedTextResponse } from '../platform/http/index.js';
import type { MinutesFacts } from './minutes-facts.js';
import { minutesLifecycle, type MinutesState } from './minutes.lifecycle.js';

/** The paragraphs in each language. */
export class ParagraphsResponse {
  @ApiProperty({ type: [String] })
  kk!: string[];

  @ApiProperty({ type: [String] })
  ru!: string[];
}

/** One edition among the others. */
export class MinutesEditionResponse {
  version!: number;

  @ApiProperty({ enum: minutesLifecycle.states })
  state!: MinutesState;

  @ApiProperty({ type: () => LocalizedTextResponse, nullable: true })
  reason!: LocalizedTextResponse | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  publishedOn!: string | null;
}

/** The minutes of a meeting, in one edition. */
export class MinutesResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  meetingId!: string;

  /** 1, and one more with each correction. */
  version!: number;

  @ApiProperty({ enum: minutesLifecycle.states })
  state!: MinutesState;

  /** Why the edition before was superseded; null for the first. */
  @ApiProperty({ type: () => LocalizedTextResponse, nullable: true })
  reason!: LocalizedTextResponse | null;

  /** The secretary's own words. */
  @ApiProperty({ type: () => LocalizedTextResponse, nullable: true })
  notes!: LocalizedTextResponse | null;

  /** The recorded facts: those of the circulation, for a draft those of now. */
  @ApiProperty({ type: Object, additionalProperties: true })
  facts!: MinutesFacts;

  /** The same as plain paragraphs. */
  @ApiProperty({ type: () => ParagraphsResponse })
  text!: ParagraphsResponse;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  circulatedOn!: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  signedOn!: string | null;

  /** The member who presided and signed. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  chairSignatory!: string | null;

  @ApiProperty({ type: String, format: 'uri', nullable: true })
  scan!: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  publishedOn!: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  supersededOn!: string | null;

  /** Terms of M5.signed and M5.published that were not kept. */
  @ApiProperty({ type: () => [TermBreachResponse] })
  breaches!: TermBreachResponse[];

  /** The editions the caller may read, the first one first. */
  @ApiProperty({ type: () => [MinutesEditionResponse] })
  versions!: MinutesEditionResponse[];

  /** What the caller may do now; only for a signed-in caller. */
  @ApiProperty({ type: [String], required: false })
  moves?: string[];
}
