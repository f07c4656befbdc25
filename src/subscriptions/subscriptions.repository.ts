import { Injectable } from '@nestjs/common';
import { Statements } from '../platform/database/index.js';
import type { Subscription } from './subscription.entity.js';

/** What people follow, for change. */
@Injectable()
export class SubscriptionsRepository {
  constructor(private readonly statements: Statements) {}

  /** Adds it with all known that the journal holds by now; leaves an earlier one of the same as it is. */
  async add(subscription: Omit<Subscription, 'seenSeq'>): Promise<void> {
    const { id, accountId, consultationId, token, followedAt, seenAt } = subscription;
    await this.statements.rows(
      'subscription-add',
      `insert into subscriptions (id, account_id, consultation_id, token, followed_at, seen_at, seen_seq)
       select $1, $2, $3, $4, $5, $6, seq from journal_head
       on conflict (account_id, consultation_id) do nothing`,
      [id, accountId, consultationId, token, followedAt, seenAt],
    );
  }

  /** Notes up to where its holder knows the journal, never back. False where he does not follow it. */
  async see(accountId: string, consultationId: string, upTo: number, at: Date): Promise<boolean> {
    const seen = await this.statements.rows(
      'subscription-see',
      `with seen as (
         update subscriptions set seen_at = $4, seen_seq = greatest(seen_seq, least($3, h.seq)) from journal_head h
         where account_id = $1 and consultation_id = $2 returning 1)
       select * from seen`,
      [accountId, consultationId, upTo, at],
    );
    return seen.length > 0;
  }

  async remove(accountId: string, consultationId: string): Promise<void> {
    await this.statements.rows(
      'subscription-remove',
      'delete from subscriptions where account_id = $1 and consultation_id = $2',
      [accountId, consultationId],
    );
  }

  async removeByToken(token: string): Promise<void> {
    await this.statements.rows('subscription-unsubscribe', 'delete from subscriptions where token = $1', [token]);
  }

  async removeAllOf(accountId: string): Promise<void> {
    await this.statements.rows('subscriptions-forget', 'delete from subscriptions where account_id = $1', [accountId]);
  }
}
