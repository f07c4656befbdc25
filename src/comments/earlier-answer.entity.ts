import { Entity, ForeignKey, Index } from 'typeorm';
import {
  CountColumn,
  IdColumn,
  InstantColumn,
  LocalizedColumn,
  RefColumn,
  TextColumn,
} from '../platform/database/index.js';
import type { LocalizedText } from '../platform/kernel/index.js';
import { Comment } from './comment.entity.js';
import type { Outcome } from './comment.lifecycle.js';

/** An answer that was given and replaced by another, with the reason of the change; never changed. */
@Entity('earlier_answers')
@Index('earlier_answers_number', ['commentId', 'number'], { unique: true })
export class EarlierAnswer {
  @IdColumn()
  id!: string;

  @RefColumn('comment_id')
  @ForeignKey(() => Comment)
  commentId!: string;

  /** Counts the answers to the comment from 1, in the order in which they were given. */
  @CountColumn('number')
  number!: number;

  @TextColumn('outcome')
  outcome!: Outcome;

  @LocalizedColumn('reasons')
  reasons!: LocalizedText;

  @RefColumn('provision_id', { nullable: true })
  @ForeignKey('Provision')
  provisionId!: string | null;

  @InstantColumn('answered_at')
  answeredAt!: Date;

  @RefColumn('answered_by', { nullable: true })
  @ForeignKey('Account')
  answeredBy!: string | null;

  @InstantColumn('replaced_at')
  replacedAt!: Date;

  @RefColumn('replaced_by', { nullable: true })
  @ForeignKey('Account')
  replacedBy!: string | null;

  /** Why the next answer took its place. */
  @LocalizedColumn('why')
  why!: LocalizedText;
}
