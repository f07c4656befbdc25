import { Column, Entity, ForeignKey } from 'typeorm';
import { Assessment } from '../assessments/index.js';
import { Body } from '../bodies/index.js';
import { Council } from '../councils/index.js';
import {
  DateColumn,
  IdColumn,
  InstantColumn,
  LocalizedColumn,
  RefColumn,
  TextColumn,
  VersionColumn,
} from '../platform/database/index.js';
import type { LocalDate, LocalizedText } from '../platform/kernel/index.js';
import { Recommendation } from '../recommendations/index.js';
import { followUpLifecycle, type FollowUpState } from './follow-up.lifecycle.js';

/** What the council found of a finished measure. */
export const VERDICTS = ['fulfilled', 'partly', 'not_fulfilled'] as const;
export type FollowUpVerdict = (typeof VERDICTS)[number];

/** A step on the way. */
export interface Milestone {
  readonly name: LocalizedText;
  readonly dueOn: LocalDate;
}

/** A measure that a body owes after an assessment or a recommendation. */
@Entity('follow_ups')
export class FollowUp {
  @IdColumn()
  id!: string;

  @VersionColumn()
  version!: number;

  @TextColumn('state')
  state!: FollowUpState;

  @RefColumn('assessment_id', { nullable: true })
  @ForeignKey(() => Assessment)
  assessmentId!: string | null;

  /** Code of the assessed indicator it answers, where it answers one. */
  @TextColumn('indicator', { nullable: true })
  indicator!: string | null;

  @RefColumn('recommendation_id', { nullable: true })
  @ForeignKey(() => Recommendation)
  recommendationId!: string | null;

  @RefColumn('council_id')
  @ForeignKey(() => Council)
  councilId!: string;

  /** Who owes it. */
  @RefColumn('body_id')
  @ForeignKey(() => Body)
  bodyId!: string;

  @LocalizedColumn('measure')
  measure!: LocalizedText;

  @Column({ type: 'jsonb', name: 'milestones' })
  milestones!: readonly Milestone[];

  @DateColumn('promised_on')
  promisedOn!: LocalDate;

  @DateColumn('due_on')
  dueOn!: LocalDate;

  @LocalizedColumn('refusal_reasons', { nullable: true })
  refusalReasons!: LocalizedText | null;

  @InstantColumn('refused_at', { nullable: true })
  refusedAt!: Date | null;

  @TextColumn('verdict', { nullable: true })
  verdict!: FollowUpVerdict | null;

  @LocalizedColumn('grounds', { nullable: true })
  grounds!: LocalizedText | null;

  @InstantColumn('verified_at', { nullable: true })
  verifiedAt!: Date | null;

  /** The body tells how far it is, or that it has finished. */
  report(kind: 'progress' | 'completion'): void {
    this.state = followUpLifecycle.next(this.state, kind);
  }

  /** The body refuses, with reasons. */
  refuse(reasons: LocalizedText, at: Date): void {
    this.state = followUpLifecycle.next(this.state, 'refusal');
    this.refusalReasons = reasons;
    this.refusedAt = at;
  }

  /** The council says what it found. */
  verify(verdict: FollowUpVerdict, grounds: LocalizedText, at: Date): void {
    this.state = followUpLifecycle.next(this.state, 'verification');
    this.verdict = verdict;
    this.grounds = grounds;
    this.verifiedAt = at;
  }
}
