import { ApiProperty } from '@nestjs/swagger';
import { TermBreachResponse } from '../meetings/index.js';
import { LocalizedTextResponse } from '../platform/http/index.js';
import {
  DECISIONS,
  recommendationLifecycle,
  type Decision,
  type RecommendationState,
} from './recommendation.lifecycle.js';

/** What a council asks of a government body, and the reply. */
export class RecommendationResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: recommendationLifecycle.states })
  state!: RecommendationState;

  @ApiProperty({ format: 'uuid' })
  councilId!: string;

  @ApiProperty({ format: 'uuid' })
  meetingId!: string;

  @ApiProperty({ format: 'uuid' })
  agendaItemId!: string;

  @ApiProperty({ format: 'uuid' })
  bodyId!: string;

  /** Id of the power in `/powers`. */
  power!: string;

  @ApiProperty({ type: () => LocalizedTextResponse })
  text!: LocalizedTextResponse;

  @ApiProperty({ format: 'date' })
  adoptedOn!: string;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  sentOn!: string | null;

  /** R1, R2 or R4: the rule that gives the due date; null before the dispatch. */
  @ApiProperty({ type: String, nullable: true })
  replyRule!: string | null;

  /** The last day of the reply; null before the dispatch. */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  dueOn!: string | null;

  /** True while a year that decides the due date is not in the calendar. */
  provisional!: boolean;

  /** True when the last day has passed without a reply. */
  overdue!: boolean;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  answeredOn!: string | null;

  @ApiProperty({ type: String, enum: DECISIONS, nullable: true })
  decision!: Decision | null;

  @ApiProperty({ type: () => LocalizedTextResponse, nullable: true })
  reasons!: LocalizedTextResponse | null;

  @ApiProperty({ type: String, nullable: true })
  signedBy!: string | null;

  /** A late reply (R1, R2, R4). */
  @ApiProperty({ type: () => [TermBreachResponse] })
  breaches!: TermBreachResponse[];

  /** What the caller may do now; only for a signed-in caller, on the single recommendation. */
  @ApiProperty({ type: [String], required: false })
  moves?: string[];
}

/** A page of recommendations, the latest first. */
export class RecommendationPageResponse {
  @ApiProperty({ type: () => [RecommendationResponse] })
  items!: RecommendationResponse[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}
