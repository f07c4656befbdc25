import { Entity, ForeignKey, Index } from 'typeorm';
import { Council } from '../councils/index.js';
import { DateColumn, FlagColumn, IdColumn, LocalizedColumn, RefColumn } from '../platform/database/index.js';
import type { LocalDate, Term } from '../platform/kernel/index.js';
import { Consultation } from './consultation.entity.js';

/** A council that is asked for its opinion; notified when the consultation is published (K1). */
@Entity('consultation_councils')
@Index('consultation_councils_once', ['consultationId', 'councilId'], { unique: true })
export class CouncilNotice {
  @IdColumn()
  id!: string;

  @RefColumn('consultation_id')
  @ForeignKey(() => Consultation)
  consultationId!: string;

  @RefColumn('council_id')
  @ForeignKey(() => Council)
  councilId!: string;

  @DateColumn('notified_on', { nullable: true })
  notifiedOn!: LocalDate | null;

  /** The length of K1 when the council was notified. */
  @LocalizedColumn('opinion_term', { nullable: true })
  opinionTerm!: Term | null;

  /** The day by which its opinion is due; without one in that time it is taken as approval (K2). */
  @DateColumn('opinion_due_on', { nullable: true })
  opinionDueOn!: LocalDate | null;

  @FlagColumn('opinion_due_provisional', { nullable: true })
  opinionDueProvisional!: boolean | null;
}
