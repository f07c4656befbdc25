import { Injectable } from '@nestjs/common';
import { Statements } from '../platform/database/index.js';
import { KEY_HOURS, type Repetition } from '../platform/http/index.js';
import { recordingSql, restOfEntry } from '../platform/journal/index.js';
import { Clock } from '../platform/kernel/index.js';
import { commentAccepted } from './comment.events.js';
import type { Candidate, EarlierRequest, Judgement } from './admission.js';

const MS_PER_HOUR = 3_600_000;

/**
 * One batch, one statement, one transaction. Locks are taken in the order consultations (shared, so that publication of
 * a report or a withdrawal waits or is seen), keys, counters, journal: each in the order of ids, the journal's last, so
 * that two batches cannot wait for each other in a circle.
 *
 * $1 ids $2 consultations $3 accounts $4 dates $5 instants $6 languages $7 channels $8 texts $9 hashes $10 provisions
 * $11 quotes $12 show-name $13 receipts $14 keys $15 routes $16 body hashes $17 journal entries $18 now $19 oldest key
 */
const ADMIT = `
  with input as (
    select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::date[], $5::timestamptz[], $6::text[], $7::text[],
      $8::text[], $9::text[], $10::uuid[], $11::text[], $12::boolean[], $13::text[], $14::text[], $15::text[],
      $16::bytea[], $17::text[])
      with ordinality as i (id, consultation_id, account_id, accepted_on, accepted_at, language, channel, text,
        text_hash, provision_id, quote, show_name, receipt, key, route, body_hash, rest, ord)
  ), consultation as materialized (
    select c.id, c.state, c.body_id, c.published_on, c.closes_on, c.current_version from consultations c
    where c.id = any($2::uuid[]) order by c.id for share
  ), judged as materialized (
    select i.*, c.state as consultation_state, c.body_id, c.current_version as version_number,
      case
        when c.published_on is null then 'absent'
        when c.state <> 'published' then 'not-open'
        when i.accepted_on > c.closes_on then 'closed'
        when i.provision_id is not null and not exists (
          select from provisions p where p.id = i.provision_id and p.consultation_id = c.id) then 'provision'
        else 'accepted'
      end as fate
    from input i left join consultation c on c.id = i.consultation_id
  ), claimed as (
    insert into idempotency_keys as k (account_id, route, key, body_hash, thing_id, created_at)
    select distinct on (account_id, route, key) account_id, route, key, body_hash, id, $18::timestamptz from judged
    where fate = 'accepted' and key is not null order by account_id, route, key, ord
    on conflict (account_id, route, key) do update
      set body_hash = excluded.body_hash, thing_id = excluded.thing_id, created_at = excluded.created_at
      where k.created_at < $19::timestamptz
    returning thing_id as id
  ), good as materialized (
    select j.*, f.participant as known,
      f.id is null and row_number() over (partition by j.consultation_id, j.account_id order by j.ord) = 1 as first
    from judged j left join comments f
      on f.account_id = j.account_id and f.consultation_id = j.consultation_id and f.first_of_participant
    where fate = 'accepted' and (key is null or j.id in (select id from claimed))
  ), counted as (
    insert into comment_counters as k (consultation_id, comments, participants)
    select consultation_id, count(*), count(*) filter (where first) from good
    group by consultation_id order by consultation_id
    on conflict (consultation_id) do update
      set comments = k.comments + excluded.comments, participants = k.participants + excluded.participants
    returning consultation_id, comments, participants
  ), ranked as (
    select g.*, k.comments - count(*) over c + row_number() over (c order by g.ord) as number,
      k.participants - count(*) filter (where g.first) over c
        + count(*) filter (where g.first) over (c order by g.ord) as newest
    from good g join counted k using (consultation_id) window c as (partition by g.consultation_id)
  ), numbered as materialized (
    select r.*, coalesce(known, min(newest) over (partition by r.consultation_id, r.account_id)) as participant
    from ranked r
  ), stored as (
    insert into comments (id, version, consultation_id, number, state, channel, language, text, text_hash, provision_id,
      version_number, quote, show_name, account_id, participant, first_of_participant, accepted_at, receipt)
    select id, 1, consultation_id, number, 'accepted', channel, language, text, text_hash, provision_id,
      version_number, quote, show_name, account_id, participant, first, accepted_at, receipt
    from numbered order by ord
    returning id
  ), acts as (
    select n.rest, 'account' as actor_kind, n.account_id as actor_id, 'comment.accepted' as what,
      'comment' as subject_kind, n.id::text as subject_id, true as public, row_number() over (order by n.ord) as ord
    from stored s join numbered n using (id)
  ), ${recordingSql('acts', '$18')}
  select case when j.fate = 'accepted' and n.id is null then 'repeated' else j.fate end as fate,
    j.consultation_state as "consultationState", j.body_id as "bodyId", j.version_number as "versionNumber",
    n.number, n.participant
  from judged j left join numbered n using (id) order by j.ord`;

const EARLIER = `
  select k.account_id as "accountId", k.route, k.key, k.body_hash as "bodyHash", k.thing_id as "commentId"
  from unnest($1::uuid[], $2::text[], $3::text[]) as asked (account_id, route, key)
  join idempotency_keys k using (account_id, route, key)
  where k.created_at >= $4 and k.thing_id is not null`;

type Keyed = Pick<Candidate, 'accountId'> & { readonly repetition: Repetition };
type EarlierRow = EarlierRequest & { accountId: string; route: string; key: string };

/** The statements by which comments come in. */
@Injectable()
export class AdmissionRepository {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /** Judges, stores and records a batch; the judgements come in its order. Nothing is stored when it throws. */
  async admit(batch: readonly Candidate[]): Promise<Judgement[]> {
    const now = this.clock.now();
    const { rows } = await this.statements.pool.query<Judgement>({
      name: 'comments-admit',
      text: ADMIT,
      values: [...columnsOf(batch), now, oldestKey(now)],
    });
    return rows;
  }

  /** The requests that these keys stand for, in the same order; undefined where a key is not known. */
  async earlier(asked: readonly Keyed[]): Promise<(EarlierRequest | undefined)[]> {
    const { rows } = await this.statements.pool.query<EarlierRow>({
      name: 'comments-earlier',
      text: EARLIER,
      values: [
        asked.map(({ accountId }) => accountId),
        asked.map(({ repetition }) => repetition.route),
        asked.map(({ repetition }) => repetition.key),
        oldestKey(this.clock.now()),
      ],
    });
    const known = new Map(rows.map((row) => [keyOf(row.accountId, row), row]));
    return asked.map(({ accountId, repetition }) => known.get(keyOf(accountId, repetition)));
  }
}

function columnsOf(batch: readonly Candidate[]): unknown[] {
  return [
    batch.map(({ id }) => id),
    batch.map(({ consultationId }) => consultationId),
    batch.map(({ accountId }) => accountId),
    batch.map(({ acceptedOn }) => acceptedOn),
    batch.map(({ acceptedAt }) => acceptedAt),
    batch.map(({ language }) => language),
    batch.map(({ channel }) => channel),
    batch.map(({ text }) => text),
    batch.map(({ textHash }) => textHash),
    batch.map(({ provisionId }) => provisionId),
    batch.map(({ quote }) => quote),
    batch.map(({ showName }) => showName),
    batch.map(({ receipt }) => receipt),
    batch.map(({ repetition }) => repetition?.key ?? null),
    batch.map(({ repetition }) => repetition?.route ?? null),
    batch.map(({ repetition }) => repetition?.bodyHash ?? null),
    batch.map((candidate) => restOfEntry(commentAccepted(candidate, candidate.by))),
  ];
}

function oldestKey(now: Date): Date {
  return new Date(now.getTime() - KEY_HOURS * MS_PER_HOUR);
}

function keyOf(accountId: string, { route, key }: { route: string; key: string }): string {
  return `${accountId} ${route} ${key}`;
}
