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

  /** By the id of the provision; comments on the whole text are in none. */
  @ApiProperty({ ...countsByWord, example: { '0192f0c0-0000-7000-8000-000000000000': 4 } })
  byProvision!: Record<string, number>;

  /** Different texts, exactly as sent, among those that were not withdrawn. */
  @ApiProperty({ type: 'integer' })
  texts!: number;

  /** Groups of two or more comments of the same or nearly the same text, as they were found by then. */
  @ApiProperty({ type: 'integer' })
  groups!: number;

  /** Comments in these groups. */
  @ApiProperty({ type: 'integer' })
  inGroups!: number;
}

/** By what anybody can check that a report is still what was published; the journal has the same. */
export class ReportHashesResponse {
  /** Lines of `report.jsonl`. */
  @ApiProperty({ type: 'integer' })
  lines!: number;

  /** SHA-256 of `report.jsonl`, in hexadecimal, as long as no words were hidden after the publication. */
  content!: string;

  /**
   * SHA-256 over the SHA-256 of each line without its line break, each in hexadecimal with a line break. A line whose
   * words were hidden later has its own in `publishedLineSha256`.
   */
  byLine!: string;
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

  /** Null for a report that was published before its lines were kept. */
  @ApiProperty({ type: () => ReportHashesResponse, nullable: true })
  hashes!: ReportHashesResponse | null;

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
export interface ReportRead extends Omit<ReportResponse, 'breaches' | 'hashes' | keyof Annex>, ReportDates {
  readonly lines: number | null;
  readonly contentHash: string | null;
  readonly linesHash: string | null;
  readonly version: number;
  readonly publishedOn: string;
  readonly dueOn: string;
  readonly lastAnswerOn: string | null;
}

/** The report with the annex of today. */
export function reportResponse(read: ReportRead, annex: Annex): ReportResponse {
  const { version, answersDueOn, lines, contentHash, linesHash, ...report } = read;
  const hashes = lines === null ? null : { lines, content: contentHash ?? '', byLine: linesHash ?? '' };
  return versioned({ ...report, hashes, breaches: breachesOf({ ...report, answersDueOn }), ...annex }, version);
}
