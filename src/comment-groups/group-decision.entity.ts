import { Entity, ForeignKey } from 'typeorm';
import { Consultation } from '../consultations/index.js';
import {
  CountColumn,
  IdColumn,
  InstantColumn,
  LocalizedColumn,
  RefColumn,
  TextColumn,
} from '../platform/database/index.js';
import type { LocalizedText } from '../platform/kernel/index.js';
import { CommentGroup } from './comment-group.entity.js';

/** What a person decided about groups: comments were split off, or all were merged into another group. */
export const DECISIONS = ['split', 'merger'] as const;

export type DecisionKind = (typeof DECISIONS)[number];

/** A person's decision about groups, with its reason; never changed. */
@Entity('comment_group_decisions')
export class GroupDecision {
  @IdColumn()
  id!: string;

  @RefColumn('consultation_id')
  @ForeignKey(() => Consultation)
  consultationId!: string;

  @TextColumn('kind')
  kind!: DecisionKind;

  /** The group that the comments were in. */
  @RefColumn('from_id')
  @ForeignKey(() => CommentGroup)
  fromId!: string;

  /** The group that they are in now. */
  @RefColumn('to_id')
  @ForeignKey(() => CommentGroup)
  toId!: string;

  /** How many comments moved, withdrawn ones too. */
  @CountColumn('comments')
  comments!: number;

  @LocalizedColumn('reason')
  reason!: LocalizedText;

  @RefColumn('decided_by', { nullable: true })
  @ForeignKey('Account')
  decidedBy!: string | null;

  @InstantColumn('decided_at')
  decidedAt!: Date;
}
