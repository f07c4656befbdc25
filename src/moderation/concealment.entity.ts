import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { Body } from '../bodies/index.js';
import { Comment, type ConcealmentNotice } from '../comments/index.js';
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
import type { BegunTerm } from './concealment.deadlines.js';
import { CONCEALMENT, isInForce, type AppealOutcome, type ConcealmentState } from './concealment.lifecycle.js';

/** What the authority decides on an appeal, and why. */
export interface AppealDecision {
  readonly outcome: AppealOutcome;
  readonly reasons: LocalizedText;
}

/** That a body hid a comment: its ground, the author's appeal, what became of both. A comment may have had several. */
@Entity('concealments')
@Check('concealments_state', CONCEALMENT.check('state'))
@Index('concealments_comment', ['commentId', 'id'])
@Index('concealments_appeals', ['state', 'decisionDueOn', 'id'], { where: 'appealed_on is not null' })
export class Concealment {
  @IdColumn()
  id!: string;

  @VersionColumn()
  version!: number;

  @RefColumn('comment_id')
  @ForeignKey(() => Comment)
  commentId!: string;

  /** The developing body, one of whose officers hid the comment. */
  @RefColumn('body_id')
  @ForeignKey(() => Body)
  bodyId!: string;

  @TextColumn('state')
  state!: ConcealmentState;

  /** One of the closed list of grounds. */
  @TextColumn('ground')
  ground!: string;

  @LocalizedColumn('explanation')
  explanation!: LocalizedText;

  @DateColumn('concealed_on')
  concealedOn!: LocalDate;

  @RefColumn('concealed_by', { nullable: true })
  @ForeignKey('Account')
  concealedBy!: string | null;

  /** N1.appeal as it was applied. */
  @Column({ type: 'jsonb', name: 'appeal_term' })
  appealTerm!: Term;

  @DateColumn('appeal_due_on')
  appealDueOn!: LocalDate;

  @FlagColumn('appeal_due_provisional')
  appealDueProvisional!: boolean;

  @DateColumn('appealed_on', { nullable: true })
  appealedOn!: LocalDate | null;

  /** What the author says against it, in the words and language of the author; not public. */
  @TextColumn('appeal_grounds', { nullable: true })
  appealGrounds!: string | null;

  /** N1.decision as it was applied. */
  @Column({ type: 'jsonb', name: 'decision_term', nullable: true })
  decisionTerm!: Term | null;

  @DateColumn('decision_due_on', { nullable: true })
  decisionDueOn!: LocalDate | null;

  @FlagColumn('decision_due_provisional', { nullable: true })
  decisionDueProvisional!: boolean | null;

  @DateColumn('decided_on', { nullable: true })
  decidedOn!: LocalDate | null;

  @RefColumn('decided_by', { nullable: true })
  @ForeignKey('Account')
  decidedBy!: string | null;

  @TextColumn('outcome', { nullable: true })
  outcome!: AppealOutcome | null;

  /** Of the decision on the appeal. */
  @LocalizedColumn('reasons', { nullable: true })
  reasons!: LocalizedText | null;

  @DateColumn('reversed_on', { nullable: true })
  reversedOn!: LocalDate | null;

  @LocalizedColumn('reversal_reasons', { nullable: true })
  reversalReasons!: LocalizedText | null;

  /** The author appeals; the term of the decision runs from this day (N1.decision). */
  appeal(today: LocalDate, grounds: string, { term, dueOn, provisional }: BegunTerm): void {
    this.state = CONCEALMENT.next(this.state, 'appeal');
    Object.assign(this, { appealedOn: today, appealGrounds: grounds });
    Object.assign(this, { decisionTerm: term, decisionDueOn: dueOn, decisionDueProvisional: provisional });
  }

  /** The authority decides; final. Throws `not-possible-now` without an appeal and once it is decided. */
  decide(today: LocalDate, { outcome, reasons }: AppealDecision, by: string | null): void {
    this.state = CONCEALMENT.next(this.state, 'decision');
    Object.assign(this, { decidedOn: today, decidedBy: by, outcome, reasons });
  }

  /** The body takes it back, with reasons, before an appeal is decided. */
  reverse(today: LocalDate, reasons: LocalizedText): void {
    this.state = CONCEALMENT.next(this.state, 'reversal');
    Object.assign(this, { reversedOn: today, reversalReasons: reasons });
  }

  /** What readers get in the place of the comment; null where they get the comment. */
  get notice(): ConcealmentNotice | null {
    if (!isInForce(this)) return null;
    const { ground, explanation, concealedOn } = this;
    return { ground, explanation, concealedOn, appeal: NOTICE_OF_APPEAL[this.state] };
  }
}

const NOTICE_OF_APPEAL: Readonly<Record<ConcealmentState, ConcealmentNotice['appeal']>> = {
  standing: 'none',
  appealed: 'lodged',
  decided: 'upheld',
  reversed: 'none',
};
