import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { Body } from '../bodies/index.js';
import { Council } from '../councils/index.js';
import { AgendaItem } from '../meetings/index.js';
import {
  DateColumn,
  FlagColumn,
  IdColumn,
  LocalizedColumn,
  RefColumn,
  TextColumn,
  VersionColumn,
} from '../platform/database/index.js';
import type { LocalDate, LocalizedText, Term } from '../platform/kernel/index.js';
import type { ReplyTerm } from './recommendation.deadlines.js';
import { recommendationLifecycle, type Decision, type RecommendationState } from './recommendation.lifecycle.js';

/** What a body answers: with reasons, signed by its first head or acting head (R3). */
export interface Reply {
  readonly decision: Decision;
  readonly reasons: LocalizedText;
  readonly signedBy: string;
}

/** What a council asks of a government body on a carried item; it must be answered with reasons (LPC 5(2)). */
@Entity('recommendations')
@Index('recommendations_due', ['dueOn'], { where: `state = 'sent'` })
export class Recommendation {
  @IdColumn()
  id!: string;

  @VersionColumn()
  version!: number;

  @TextColumn('state')
  state!: RecommendationState;

  @RefColumn('council_id')
  @ForeignKey(() => Council)
  councilId!: string;

  @RefColumn('agenda_item_id')
  @ForeignKey(() => AgendaItem)
  agendaItemId!: string;

  /** The body that has to answer. */
  @RefColumn('body_id')
  @ForeignKey(() => Body)
  bodyId!: string;

  /** The power of Art. 5 or 5-1; it gives the term of the reply. */
  @TextColumn('power')
  power!: string;

  @LocalizedColumn('text')
  text!: LocalizedText;

  @DateColumn('adopted_on')
  adoptedOn!: LocalDate;

  @DateColumn('sent_on', { nullable: true })
  sentOn!: LocalDate | null;

  /** R1, R2 or R4, as it was applied at the dispatch. */
  @TextColumn('reply_rule', { nullable: true })
  replyRule!: string | null;

  /** The length of the term, as it was applied at the dispatch. */
  @Column({ type: 'jsonb', name: 'term', nullable: true })
  term!: Term | null;

  @DateColumn('due_on', { nullable: true })
  dueOn!: LocalDate | null;

  /** True while a year that decides the due date is not in the calendar. */
  @FlagColumn('provisional')
  provisional!: boolean;

  @DateColumn('answered_on', { nullable: true })
  answeredOn!: LocalDate | null;

  @TextColumn('decision', { nullable: true })
  decision!: Decision | null;

  @LocalizedColumn('reasons', { nullable: true })
  reasons!: LocalizedText | null;

  /** Name and office of the first head or acting head who signed. */
  @TextColumn('signed_by', { nullable: true })
  signedBy!: string | null;

  /** Sends it to the body; the term of the reply runs from this day. */
  dispatch(today: LocalDate, { rule, term, dueOn, provisional }: ReplyTerm): void {
    this.state = recommendationLifecycle.next(this.state, 'dispatch');
    this.sentOn = today;
    this.replyRule = rule;
    this.term = term;
    this.dueOn = dueOn;
    this.provisional = provisional;
  }

  /** Records the body's reply, late or in time. */
  reply(today: LocalDate, { decision, reasons, signedBy }: Reply): void {
    this.state = recommendationLifecycle.next(this.state, 'reply');
    this.answeredOn = today;
    this.decision = decision;
    this.reasons = reasons;
    this.signedBy = signedBy;
  }
}
