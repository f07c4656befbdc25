import { Injectable } from '@nestjs/common';
import { phaseSql } from '../consultations/index.js';
import { Statements } from '../platform/database/index.js';
import {
  Clock,
  keysOf,
  notFound,
  pageOf,
  type Actor,
  type LocalizedText,
  type Page,
} from '../platform/kernel/index.js';
import { CONSULTATION_NEWS, NEWS_KINDS, NEWS_OF_PARTS } from './news.js';
import type { OwnSubscriptionResponse, SubscriptionResponse } from './subscriptions.responses.js';

const quoted = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');

const KIND_OF_ACT = Object.entries({ ...CONSULTATION_NEWS, ...NEWS_OF_PARTS })
  .map(([what, kind]) => `('${what}', '${kind}', ${NEWS_KINDS.indexOf(kind)})`)
  .join(', ');

/**
 * Subscriptions of the account `$1` on the day `$2`, each with what is new by kind. The journal's own order decides: an
 * act that was under way when somebody looked has a later number, whatever its time says.
 */
function subscriptionsSql(condition: string, limit = ''): string {
  return `with shown as (
    select * from subscriptions where account_id = $1 and ${condition} order by id desc ${limit}
  )
  select s.id, c.id as "consultationId", c.title, c.body_id as "bodyId", ${phaseSql('$2::date')} as phase,
    c.closes_on as "closesOn", c.answers_due_on as "dueOn", s.followed_at as "followedAt", s.seen_at as "seenAt",
    (select seq from journal_head) as "upTo",
    (select coalesce(json_agg(json_build_object('kind', n.kind, 'count', n.count) order by n.place), '[]') from (
      select k.kind, k.place, count(*) from (
        select j.what from journal j where j.subject_kind = 'consultation' and j.subject_id = c.id::text
          and j.seq > s.seen_seq and j.public
        union all
        select j.what from journal j where j.entry::jsonb #>> '{data,consultationId}' = c.id::text
          and j.what in (${quoted(Object.keys(NEWS_OF_PARTS))}) and j.seq > s.seen_seq and j.public
      ) act join (values ${KIND_OF_ACT}) k (what, kind, place) using (what) group by k.kind, k.place
    ) n) as news
  from shown s join consultations c on c.id = s.consultation_id order by s.id desc`;
}

const LIST = subscriptionsSql('($3::uuid is null or id < $3)', 'limit $4');
const ONE = subscriptionsSql('consultation_id = $3');

type Row = SubscriptionResponse & Record<string, unknown> & { readonly id: string };

/** What the link of a letter would end. */
export interface Followed {
  readonly consultationId: string;
  readonly title: LocalizedText;
}

/** Reads of what people follow; each person's own alone. */
@Injectable()
export class SubscriptionsQueries {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /** What the caller follows, the latest first. */
  async mine(by: Actor, limit: number, after?: string): Promise<Page<SubscriptionResponse>> {
    const [id] = keysOf(after, ['id']) ?? [null];
    const values = [by.accountId, this.clock.today(), id, limit + 1];
    const rows = await this.statements.rows<Row>('subscriptions-mine', LIST, values);
    return pageOf(rows, limit, (row) => [row.id], shown);
  }

  /** Undefined where the caller does not follow the consultation. */
  async find(consultationId: string, by: Actor): Promise<SubscriptionResponse | undefined> {
    const values = [by.accountId, this.clock.today(), consultationId];
    const row = await this.statements.row<Row>('subscription', ONE, values);
    return row && shown(row);
  }

  /** Throws `not-found` where the caller does not follow it. */
  async one(consultationId: string, by: Actor): Promise<SubscriptionResponse> {
    const found = await this.find(consultationId, by);
    if (!found) throw notFound();
    return found;
  }

  /** What this token of a link would end; undefined where it ends nothing (any more). */
  behind(token: string): Promise<Followed | undefined> {
    return this.statements.row<Followed & Record<string, unknown>>(
      'subscription-behind',
      `select c.id as "consultationId", c.title from subscriptions s join consultations c on c.id = s.consultation_id
        where s.token = $1`,
      [token],
    );
  }

  /** All that a person follows, as it is kept; for himself alone. */
  everythingOf(accountId: string): Promise<OwnSubscriptionResponse[]> {
    return this.statements.rows<OwnSubscriptionResponse & Record<string, unknown>>(
      'subscriptions-of-person',
      `select consultation_id as "consultationId", followed_at as "followedAt", seen_at as "seenAt"
        from subscriptions where account_id = $1 order by id`,
      [accountId],
    );
  }
}

function shown(row: Row): SubscriptionResponse {
  const { consultationId, title, bodyId, phase, closesOn, dueOn, followedAt, seenAt, upTo, news } = row;
  return { consultationId, title, bodyId, phase, closesOn, dueOn, followedAt, seenAt, upTo, news };
}
