import { Column, Entity, ForeignKey } from 'typeorm';
import { Consultation } from '../consultations/index.js';
import { IdColumn, InstantColumn, RefColumn, TextColumn } from '../platform/database/index.js';

/** That a person follows something: so far a consultation. */
@Entity('subscriptions')
export class Subscription {
  @IdColumn()
  id!: string;

  @RefColumn('account_id')
  @ForeignKey('Account')
  accountId!: string;

  @RefColumn('consultation_id')
  @ForeignKey(() => Consultation)
  consultationId!: string;

  /** Whoever knows it may end this and nothing else: it stands in the link of letters. */
  @TextColumn('token')
  token!: string;

  @InstantColumn('followed_at')
  followedAt!: Date;

  /** When its holder last said that he knows what is new. */
  @InstantColumn('seen_at')
  seenAt!: Date;

  /** The number in the journal up to which he knows it. */
  @Column({ type: 'bigint', name: 'seen_seq' })
  seenSeq!: number;
}
