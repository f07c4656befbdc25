import { Entity, ForeignKey, Index } from 'typeorm';
import { Consultation } from '../consultations/index.js';
import {
  CountColumn,
  DateColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  LocalizedColumn,
  RefColumn,
  TextColumn,
  VersionColumn,
} from '../platform/database/index.js';
import type { LocalDate, LocalizedText } from '../platform/kernel/index.js';

/** How many, by the word that names the group. */
export type Counts = Readonly<Record<string, number>>;

/** What the report consisted of when it was published: how many lines, and their hashes, as the journal has them. */
export interface ReportHashes {
  readonly lines: number;
  /** SHA-256 of all lines with their line breaks, in hexadecimal. */
  readonly content: string;
  /** SHA-256 of the SHA-256 of each line in hexadecimal with a line break: it can be checked also when words were hidden. */
  readonly byLine: string;
}

/** The figures of a consultation when it was reported on; withdrawn and concealed comments are counted. */
export interface ReportCounts {
  readonly total: number;
  readonly withdrawn: number;
  readonly answered: number;
  readonly answeredOnTime: number;
  readonly participants: number;
  readonly byChannel: Counts;
  readonly byLanguage: Counts;
  readonly byOutcome: Counts;
}

/** What reports count besides: where the comments belong, and how many of them say the same. */
export interface FurtherCounts {
  /** By the id of the provision; comments on the whole text are in none. */
  readonly byProvision: Counts;
  /** Different texts, exactly as sent, among those that were not withdrawn. */
  readonly texts: number;
  /** Groups of two or more comments of the same or nearly the same text. */
  readonly groups: number;
  /** Comments in these groups. */
  readonly inGroups: number;
}

/** The published result of a consultation; never changed. */
@Entity('consultation_reports')
@Index('consultation_reports_consultation', ['consultationId'], { unique: true })
export class CompletionReport {
  @IdColumn()
  id!: string;

  @VersionColumn()
  version!: number;

  @RefColumn('consultation_id')
  @ForeignKey(() => Consultation)
  consultationId!: string;

  @InstantColumn('published_at')
  publishedAt!: Date;

  @DateColumn('published_on')
  publishedOn!: LocalDate;

  /** The day of the last answer; null when there was no comment to answer. */
  @DateColumn('last_answer_on', { nullable: true })
  lastAnswerOn!: LocalDate | null;

  /** The day by which it was due (K8.report). */
  @DateColumn('due_on')
  dueOn!: LocalDate;

  @FlagColumn('due_provisional')
  dueProvisional!: boolean;

  /** What the body says of the result. */
  @LocalizedColumn('summary', { nullable: true })
  summary!: LocalizedText | null;

  @LocalizedColumn('counts')
  counts!: ReportCounts;

  @LocalizedColumn('further_counts')
  furtherCounts!: FurtherCounts;

  /** Lines it consisted of; null, as are the hashes, for one published before lines were kept. */
  @CountColumn('lines', { nullable: true })
  lines!: number | null;

  @TextColumn('content_hash', { nullable: true })
  contentHash!: string | null;

  @TextColumn('lines_hash', { nullable: true })
  linesHash!: string | null;
}
