import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { Body } from '../bodies/index.js';
import { Consultation } from '../consultations/index.js';
import { Council } from '../councils/index.js';
import { AgendaItem } from '../meetings/index.js';
import {
  CountColumn,
  DateColumn,
  FlagColumn,
  IdColumn,
  LocalizedColumn,
  RefColumn,
  TextColumn,
  VersionColumn,
} from '../platform/database/index.js';
import type { LocalDate, LocalizedText, Term } from '../platform/kernel/index.js';
import {
  opinionLifecycle,
  type OpinionChannel,
  type OpinionDecision,
  type OpinionState,
  type Stance,
} from './opinion.lifecycle.js';

/** What the body answers: a letter where it accepts (K3), reasons where it rejects (K4), both where it does in part. */
export interface OpinionAnswer {
  readonly decision: OpinionDecision;
  readonly letter: LocalizedText | null;
  readonly reasons: LocalizedText | null;
  readonly signedBy: string;
}

/** An opinion on a draft; once given it is annexed to the draft for ever (K4). */
@Entity('opinions')
@Index('opinions_once', ['consultationId', 'councilId'], { unique: true })
@Index('opinions_due', ['dueOn'], { where: `state = 'given'` })
export class Opinion {
  @IdColumn()
  id!: string;

  @VersionColumn()
  version!: number;

  @TextColumn('state')
  state!: OpinionState;

  @RefColumn('consultation_id')
  @ForeignKey(() => Consultation)
  consultationId!: string;

  /** The developing body, which has to answer. */
  @RefColumn('body_id')
  @ForeignKey(() => Body)
  bodyId!: string;

  /** The version of the text on the day of its entry. */
  @CountColumn('draft_version')
  draftVersion!: number;

  @TextColumn('channel')
  channel!: OpinionChannel;

  @RefColumn('council_id', { nullable: true })
  @ForeignKey(() => Council)
  councilId!: string | null;

  /** Name of the organisation; null for a council. */
  @LocalizedColumn('organization', { nullable: true })
  organization!: LocalizedText | null;

  /** The carried item of a meeting on which the council decided it. */
  @RefColumn('agenda_item_id', { nullable: true })
  @ForeignKey(() => AgendaItem)
  agendaItemId!: string | null;

  @TextColumn('stance')
  stance!: Stance;

  @LocalizedColumn('text')
  text!: LocalizedText;

  /** The day on which the body had it; the term of the answer runs from it (K3). */
  @DateColumn('received_on')
  receivedOn!: LocalDate;

  @DateColumn('entered_on')
  enteredOn!: LocalDate;

  /** K1.act or K1.law, as the council was notified by it. */
  @TextColumn('term_rule', { nullable: true })
  termRule!: string | null;

  /** The last day of that term as it stood at the receipt. */
  @DateColumn('term_ends_on', { nullable: true })
  termEndsOn!: LocalDate | null;

  /** Came after its term, when silence had approved the draft already (K2). */
  @FlagColumn('late')
  late!: boolean;

  /** The length of K3 at the receipt; null where no answer is owed. */
  @Column({ type: 'jsonb', name: 'response_term', nullable: true })
  responseTerm!: Term | null;

  @DateColumn('due_on', { nullable: true })
  dueOn!: LocalDate | null;

  /** True while a year that decides the due date is not in the calendar. */
  @FlagColumn('provisional')
  provisional!: boolean;

  @DateColumn('answered_on', { nullable: true })
  answeredOn!: LocalDate | null;

  @TextColumn('decision', { nullable: true })
  decision!: OpinionDecision | null;

  @LocalizedColumn('letter', { nullable: true })
  letter!: LocalizedText | null;

  @LocalizedColumn('reasons', { nullable: true })
  reasons!: LocalizedText | null;

  @TextColumn('signed_by', { nullable: true })
  signedBy!: string | null;

  /** Records the body's answer, late or in time. Throws `not-possible-now` when one was given. */
  answer(today: LocalDate, { decision, letter, reasons, signedBy }: OpinionAnswer): void {
    this.state = opinionLifecycle.next(this.state, 'response');
    this.answeredOn = today;
    this.decision = decision;
    this.letter = letter;
    this.reasons = reasons;
    this.signedBy = signedBy;
  }
}
