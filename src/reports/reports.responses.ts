import { ApiProperty } from '@nestjs/swagger';
import { AnnexedOpinionResponse, type Annex } from '../opinions/index.js';
import { LocalizedTextResponse, versioned } from '../platform/http/index.js';
import { breachesOf, type ReportDates } from './report.deadlines.js';

const countsByWord = { type: 'object', additionalProperties: { type: 'integer' } } as const;

/** The figures on the day of the report. */
export class ReportCountsResponse {
  /** All comments, withdrawn and concealed ones too. */
  total!: number;

  withdrawn!: number;

  answered!: number;

  /** Answered by the day they were due (K8.answers). */
  answeredOnTime!: number;

  /** How many people took part. */
  participants!: number;

  @ApiProperty({ ...countsByWord, example: { public: 30, paper: 2 } })
  byChannel!: Record<string, number>;

  @ApiProperty({ ...countsByWord, example: { kk: 20, ru: 12 } })
  byLanguage!: Record<string, number>;

  /** Of the answered ones: accepted, partly, declined. */
  @ApiProperty({ ...countsByWord, example: { accepted: 10, declined: 22 } })
  byOutcome!: Record<string, number>;
}

/** A rule that was not kept. */
export class ReportBreachResponse {
  @ApiProperty({ enum: ['K8.answers', 'K8.report'] })
  rule!: string;

  @ApiProperty({ format: 'date' })
  required!: string;

  @ApiProperty({ format: 'date' })
  actual!: string;
}

/** The completion report of a consultation. */
export class ReportResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  consultationId!: string;

  @ApiProperty({ format: 'uuid' })
  bodyId!: string;

  @ApiProperty({ format: 'date-time' })
  publishedAt!: Date;

  @ApiProperty({ format: 'date' })
  publishedOn!: string;

  /** The day of the last answer; null when there was no comment to answer. */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  lastAnswerOn!: string | null;

  /** The day by which it was due (K8.report). */
  @ApiProperty({ format: 'date' })
  dueOn!: string;

  /** True where a year that decides `dueOn` was not in the calendar. */
  provisional!: boolean;

  @ApiProperty({ type: () => LocalizedTextResponse, nullable: true })
  summary!: LocalizedTextResponse | null;

  @ApiProperty({ type: () => ReportCountsResponse })
  counts!: ReportCountsResponse;

  /** Late answers, a late report. */
  @ApiProperty({ type: () => [ReportBreachResponse] })
  breaches!: ReportBreachResponse[];

  /** The opinions on the draft as they stand today, annexed for ever (K4). */
  @ApiProperty({ type: () => [AnnexedOpinionResponse] })
  annex!: AnnexedOpinionResponse[];

  /** Ids of the councils whose term passed without an opinion in time (K2). */
  approvedBySilence!: string[];
}

/** A report as it is read. */
export interface ReportRead extends Omit<ReportResponse, 'breaches' | keyof Annex>, ReportDates {
  readonly version: number;
  readonly publishedOn: string;
  readonly dueOn: string;
  readonly lastAnswerOn: string | null;
}

/** The report with the annex of today. */
export function reportResponse({ version, answersDueOn, ...report }: ReportRead, annex: Annex): ReportResponse {
  return versioned({ ...report, breaches: breachesOf({ ...report, answersDueOn }), ...annex }, version);
}
