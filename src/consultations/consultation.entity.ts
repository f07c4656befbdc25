import { Check, Entity, ForeignKey } from 'typeorm';
import { Body } from '../bodies/index.js';
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
import type { DueDate, LocalDate, LocalizedText, Term } from '../platform/kernel/index.js';
import type { ActType } from './act-type.js';
import type { SpecialRegime, Stage } from './consultation.deadlines.js';
import { CONSULTATION, type ConsultationMove, type ConsultationState, type Result } from './consultation.lifecycle.js';

/** The act that a draft became. */
export interface AdoptedAct {
  readonly title: LocalizedText;
  readonly number: string;
  readonly adoptedOn: LocalDate;
  readonly url: string;
}

/** How a consultation ended. */
export interface Conclusion {
  readonly result: Result;
  readonly act?: AdoptedAct;
  readonly reasons?: LocalizedText;
}

/** A rule on the window that a record taken over broke: the earliest closing day it allows, and the real one. */
export interface WindowBreach {
  readonly rule: string;
  readonly required: LocalDate;
  readonly actual: LocalDate;
}

/** A later closing day, set while comments were taken, with the reasons. */
export interface WindowExtension {
  /** The day on which it was set. */
  readonly on: LocalDate;
  /** The closing day before. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly reasons: LocalizedText;
}

/** What a discussion held elsewhere is known by; `reported` when its report is published there. */
export interface Recorded extends Pick<
  Consultation,
  'title' | 'summary' | 'objectives' | 'currentVersion' | 'closesOn' | 'breaches'
> {
  readonly publishedOn: LocalDate;
  readonly reported: boolean;
}

/** The public discussion of a draft act or of a consultative document. */
@Entity('consultations')
@Check('consultations_state', CONSULTATION.check('state'))
export class Consultation {
  @IdColumn()
  id!: string;

  @VersionColumn()
  version!: number;

  @TextColumn('state')
  state!: ConsultationState;

  /** The developing body. */
  @RefColumn('body_id')
  @ForeignKey(() => Body)
  bodyId!: string;

  @TextColumn('stage')
  stage!: Stage;

  @TextColumn('act_type')
  actType!: ActType;

  @TextColumn('category')
  category!: string;

  /** True for drafts on public services (K7). */
  @FlagColumn('public_service')
  publicService!: boolean;

  /** The special legal regime the draft stands under (K9). */
  @TextColumn('special_regime', { nullable: true })
  specialRegime!: SpecialRegime | null;

  @LocalizedColumn('title')
  title!: LocalizedText;

  @LocalizedColumn('summary')
  summary!: LocalizedText;

  @LocalizedColumn('objectives')
  objectives!: LocalizedText;

  /** What the body asks the public. */
  @LocalizedColumn('questions')
  questions!: LocalizedText[];

  @LocalizedColumn('explanatory_note', { nullable: true })
  explanatoryNote!: LocalizedText | null;

  /** The consultative document that preceded a draft law (K10). */
  @RefColumn('consultative_document_id', { nullable: true })
  @ForeignKey(() => Consultation)
  consultativeDocumentId!: string | null;

  /** The ground on which none preceded it. */
  @TextColumn('exemption', { nullable: true })
  exemption!: string | null;

  /** Number of the latest version of the text, from 1. */
  @CountColumn('current_version')
  currentVersion!: number;

  /** The version that was published first; earlier ones stay with the body. */
  @CountColumn('first_public_version', { nullable: true })
  firstPublicVersion!: number | null;

  @DateColumn('published_on', { nullable: true })
  publishedOn!: LocalDate | null;

  /** The last day for comments, any calendar date; counted to its end. */
  @DateColumn('closes_on')
  closesOn!: LocalDate;

  /** The length of K8.answers when it was published. */
  @LocalizedColumn('answers_term', { nullable: true })
  answersTerm!: Term | null;

  /** The day by which comments are to be answered (K8.answers). */
  @DateColumn('answers_due_on', { nullable: true })
  answersDueOn!: LocalDate | null;

  @FlagColumn('answers_due_provisional', { nullable: true })
  answersDueProvisional!: boolean | null;

  @DateColumn('reported_on', { nullable: true })
  reportedOn!: LocalDate | null;

  @DateColumn('concluded_on', { nullable: true })
  concludedOn!: LocalDate | null;

  @TextColumn('result', { nullable: true })
  result!: Result | null;

  @LocalizedColumn('adopted_act', { nullable: true })
  adoptedAct!: AdoptedAct | null;

  @LocalizedColumn('conclusion_reasons', { nullable: true })
  conclusionReasons!: LocalizedText | null;

  @DateColumn('withdrawn_on', { nullable: true })
  withdrawnOn!: LocalDate | null;

  @LocalizedColumn('withdrawal_reasons', { nullable: true })
  withdrawalReasons!: LocalizedText | null;

  /** Where the record was taken over from; null for one made here. */
  @TextColumn('source', { nullable: true })
  source!: string | null;

  /** Rules on the window (K7–K9) that a record taken over broke; here such a publication is refused. */
  @LocalizedColumn('breaches')
  breaches!: WindowBreach[];

  /** The earliest first. */
  @LocalizedColumn('extensions')
  extensions!: WindowExtension[];

  /** True where comments are taken without an account too, confirmed by e-mail; never taken back once published. */
  @FlagColumn('comments_by_email')
  commentsByEmail!: boolean;

  /** Takes over what is known of a discussion held elsewhere, with its own dates, also those that are refused here. */
  record(known: Recorded, term: Term, due: DueDate): void {
    const { reported, ...facts } = known;
    Object.assign(this, facts);
    this.firstPublicVersion ??= known.currentVersion;
    this.answersTerm = term;
    this.answersDueOn = due.on;
    this.answersDueProvisional = due.provisional;
    // The day of a report is not told there: it stays unknown.
    if (reported && this.state === 'published') this.#move('report');
  }

  /** Opens the discussion; the window is judged before. `due` ends `term`, counted from the closing day. */
  publish(today: LocalDate, term: Term, due: DueDate): void {
    this.#move('publication');
    this.publishedOn = today;
    this.firstPublicVersion = this.currentVersion;
    this.answersTerm = term;
    this.answersDueOn = due.on;
    this.answersDueProvisional = due.provisional;
  }

  /** Gives more time for comments; `due` ends the term for answers, counted from the new closing day. */
  extend({ on, to, reasons }: Omit<WindowExtension, 'from'>, due: DueDate): void {
    this.#move('extension');
    this.extensions = [...this.extensions, { on, from: this.closesOn, to, reasons }];
    this.closesOn = to;
    this.answersDueOn = due.on;
    this.answersDueProvisional = due.provisional;
  }

  /** Takes comments without an account from now on; false where they were taken already. */
  takeCommentsByEmail(): boolean {
    const isNew = !this.commentsByEmail;
    this.commentsByEmail = true;
    return isNew;
  }

  /** Ends it before its report. */
  withdraw(today: LocalDate, reasons: LocalizedText): void {
    this.#move('withdrawal');
    this.withdrawnOn = today;
    this.withdrawalReasons = reasons;
  }

  /** Its completion report is published; whether it may be is judged before. */
  report(today: LocalDate): void {
    this.#move('report');
    this.reportedOn = today;
  }

  /** The text was adopted as an act, or given up. */
  conclude(today: LocalDate, { result, act, reasons }: Conclusion): void {
    this.#move('conclusion');
    this.concludedOn = today;
    this.result = result;
    this.adoptedAct = act ?? null;
    this.conclusionReasons = reasons ?? null;
  }

  #move(move: ConsultationMove): void {
    this.state = CONSULTATION.next(this.state, move);
  }
}
