import { Entity, ForeignKey, Index } from 'typeorm';
import { Consultation } from '../consultations/index.js';
import {
  DateColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  LocalizedColumn,
  RefColumn,
  VersionColumn,
} from '../platform/database/index.js';
import type { LocalDate, LocalizedText } from '../platform/kernel/index.js';

/** How many, by the word that names the group. */
export type Counts = Readonly<Record<string, number>>;

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
}
