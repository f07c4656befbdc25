import { Column, Entity, ForeignKey } from 'typeorm';
import { Body } from '../bodies/index.js';
import { Council } from '../councils/index.js';
import { Methodology } from '../methodologies/index.js';
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
import type { DueDate, LocalDate, LocalizedText, Term } from '../platform/kernel/index.js';
import { assessmentLifecycle, type AssessmentState } from './assessment.lifecycle.js';
import type { Workings } from './workings.policy.js';

/** What the assessed body says, printed beside the score. */
export interface Reply {
  readonly text: LocalizedText;
  readonly remarks: readonly { readonly indicator: string; readonly text: LocalizedText }[];
}

/** The scoring of one body for one period by one methodology with one council; its working state. */
@Entity('assessments')
export class Assessment {
  @IdColumn()
  id!: string;

  @VersionColumn()
  version!: number;

  @TextColumn('state')
  state!: AssessmentState;

  /** 1, and one more with every correction. */
  @CountColumn('edition')
  edition!: number;

  /** Why this version corrects the one before. */
  @LocalizedColumn('correction', { nullable: true })
  correction!: LocalizedText | null;

  @RefColumn('methodology_id')
  @ForeignKey(() => Methodology)
  methodologyId!: string;

  @RefColumn('body_id')
  @ForeignKey(() => Body)
  bodyId!: string;

  @RefColumn('council_id')
  @ForeignKey(() => Council)
  councilId!: string;

  /** First day of the period. */
  @DateColumn('from_on')
  from!: LocalDate;

  /** Last day of the period. */
  @DateColumn('to_on')
  to!: LocalDate;

  @DateColumn('reply_requested_on', { nullable: true })
  replyRequestedOn!: LocalDate | null;

  /** The term of rule A1 as it was when the reply was asked for. */
  @Column({ type: 'jsonb', name: 'reply_term', nullable: true })
  replyTerm!: Term | null;

  /** The last day of the right of reply. */
  @DateColumn('due_on', { nullable: true })
  dueOn!: LocalDate | null;

  /** True while a year that decides the date is not in the calendar. */
  @FlagColumn('provisional')
  provisional!: boolean;

  @Column({ type: 'jsonb', name: 'reply', nullable: true })
  reply!: Reply | null;

  @InstantColumn('replied_at', { nullable: true })
  repliedAt!: Date | null;

  @DateColumn('adopted_on', { nullable: true })
  adoptedOn!: LocalDate | null;

  /** Frozen at adoption. */
  @Column({ type: 'jsonb', name: 'workings', nullable: true })
  workings!: Workings | null;

  /** From this instant on everybody reads it; it may lie ahead. */
  @InstantColumn('published_at', { nullable: true })
  publishedAt!: Date | null;

  /** Values are collected from now on. */
  collect(): void {
    this.state = assessmentLifecycle.next(this.state, 'collection');
  }

  /** The assessors judge from now on. */
  openReview(): void {
    this.state = assessmentLifecycle.next(this.state, 'review');
  }

  /** The assessed body may reply until the due date (A1). */
  requestReply(today: LocalDate, term: Term, due: DueDate): void {
    this.state = assessmentLifecycle.next(this.state, 'reply-request');
    this.replyRequestedOn = today;
    this.replyTerm = term;
    this.dueOn = due.on;
    this.provisional = due.provisional;
  }

  /** The body replied. A later reply takes the place of the one before until adoption. */
  giveReply(reply: Reply, at: Date): void {
    this.state = assessmentLifecycle.next(this.state, 'reply');
    this.reply = reply;
    this.repliedAt = at;
  }

  /** The score is fixed. */
  adopt(workings: Workings, today: LocalDate): void {
    this.state = assessmentLifecycle.next(this.state, 'adoption');
    this.workings = workings;
    this.adoptedOn = today;
  }

  /** Public from `at` on, and immutable. */
  publish(at: Date): void {
    this.state = assessmentLifecycle.next(this.state, 'publication');
    this.publishedAt = at;
  }

  /** Opens the next version with the values of this one; the published one stays readable. */
  correct(reason: LocalizedText): void {
    this.state = assessmentLifecycle.next(this.state, 'corrections');
    this.edition += 1;
    this.correction = reason;
    this.replyRequestedOn = this.replyTerm = this.dueOn = null;
    this.provisional = false;
    this.reply = this.repliedAt = this.adoptedOn = this.workings = this.publishedAt = null;
  }
}
