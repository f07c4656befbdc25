import { Check, Entity, ForeignKey } from 'typeorm';
import { Consultation } from '../consultations/index.js';
import { CountColumn, IdColumn, InstantColumn, RefColumn, VersionColumn } from '../platform/database/index.js';

/**
 * Comments of one consultation with the same or nearly the same text. A trigger keeps the counters whenever a comment's
 * group or state changes. The version is raised when another text joins, not by another copy of a known one.
 */
@Entity('comment_groups')
@Check('comment_groups_unanswered', 'unanswered between 0 and comments')
export class CommentGroup {
  @IdColumn()
  id!: string;

  @VersionColumn()
  version!: number;

  @RefColumn('consultation_id')
  @ForeignKey(() => Consultation)
  consultationId!: string;

  /** Copies that were not withdrawn. */
  @CountColumn('comments')
  comments!: number;

  /** Different texts among them, exactly as sent. */
  @CountColumn('texts')
  texts!: number;

  /** Copies that their authors took back. */
  @CountColumn('withdrawn')
  withdrawn!: number;

  /** Copies that wait for an answer. */
  @CountColumn('unanswered')
  unanswered!: number;

  /** When a person last split or merged it: from then on no computation unites it with another. */
  @InstantColumn('settled_at', { nullable: true })
  settledAt!: Date | null;

  /** The group that holds its comments now, where two became one. */
  @RefColumn('merged_into', { nullable: true })
  @ForeignKey(() => CommentGroup)
  mergedInto!: string | null;

  @InstantColumn('created_at')
  createdAt!: Date;
}
