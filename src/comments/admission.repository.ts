import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'pg';
import { bytesArray, jsonOf, plainArray, Statements, textArray } from '../platform/database/index.js';
import type { Repetition } from '../platform/http/index.js';
import { recordingSql, restOfEntry } from '../platform/journal/index.js';
import { Clock } from '../platform/kernel/index.js';
import { commentAccepted } from './comment.events.js';
import type { Candidate, EarlierReceipt, EarlierRequest, Judgement } from './admission.js';

/**
 * One batch, one statement, one transaction. An account stands in a batch once, so whoever has no number yet in a
 * consultation gets the next, and a key or a repeat's hash that is not in the table is new. Two processes that take the
 * same key, the same words or the same person's first comment at once collide on a unique index, and the batch is tried
 * again row by row.
 *
 * Locks are taken in the order consultations (shared, so that publication of a report or a withdrawal waits or is
 * seen), counters, journal: each in the order of ids, the journal's last, so that two batches cannot wait for each
 * other in a circle. Texts are joined in only where they are stored: what is sorted and numbered stays narrow.
 *
 * $1 ids $2 consultations $3 accounts $4 dates $5 instants $6 languages $7 channels $8 texts $9 hashes $10 provisions
 * $11 quotes $12 show-name $13 receipts $14 keys $15 body hashes $16 journal entries $17 repeats' hashes $18 now
 * $19 organisations $20 contexts of quotes $21 numbers of files
 */
const ADMIT = `
  with input as materialized (
    select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::date[], $5::timestamptz[], $6::text[], $7::text[],
      $8::text[], $9::text[], $10::uuid[], $11::text[], $12::boolean[], $13::text[], $14::text[], $15::bytea[],
      $16::text[], $17::uuid[], $19::text[], $20::text[], $21::int[])
      with ordinality as i (id, consultation_id, account_id, accepted_on, accepted_at, language, channel, text,
        text_hash, provision_id, quote, show_name, receipt, key, body_hash, rest, repeat_hash, on_behalf_of,
        quote_context, files, ord)
  ), consultation as materialized (
    select c.id, c.state, c.body_id, c.published_on, c.closes_on, c.current_version from consultations c
    where c.id = any($2::uuid[]) order by c.id for share
  ), judged as materialized (
    select i.ord, i.consultation_id, e.earlier_id, c.state, c.body_id, c.current_version,
      (select f.participant from comments f where f.account_id = i.account_id
        and f.consultation_id = i.consultation_id and f.first_of_participant) as known,
      case
        when c.published_on is null then 'absent'
        when i.key is not null and exists (select from comments k where k.account_id = i.account_id
          and k.consultation_id = i.consultation_id and k.idempotency_key = i.key) then 'repeated'
        when c.state <> 'published' then 'not-open'
        when i.accepted_on > c.closes_on then 'closed'
        when i.provision_id is not null and not exists (
          select from provisions p where p.id = i.provision_id and p.consultation_id = c.id) then 'provision'
        when e.earlier_id is not null then 'sent-already'
        else 'accepted'
      end as fate
    from input i left join consultation c on c.id = i.consultation_id
      cross join lateral (
        select (select s.id from comments s where s.repeat_hash = i.repeat_hash) as earlier_id offset 0) e
  ), added as materialized (
    select consultation_id, count(*)::int as comments, (count(*) filter (where known is null))::int as participants
    from judged where fate = 'accepted' group by consultation_id
  ), counted as (
    insert into comment_counters as k (consultation_id, comments, participants)
    select consultation_id, comments, participants from added order by consultation_id
    on conflict (consultation_id) do update
      set comments = k.comments + excluded.comments, participants = k.participants + excluded.participants
    returning consultation_id, comments, participants
  ), numbered as materialized (
    select j.ord, j.current_version, j.known is null as first,
      (k.comments - a.comments + row_number() over c)::int as number,
      coalesce(j.known, k.participants - a.participants + (count(*) filter (where j.known is null) over c)::int) as participant
    from judged j join added a using (consultation_id) join counted k using (consultation_id)
    where j.fate = 'accepted' window c as (partition by j.consultation_id order by j.ord)
  ), stored as (
    insert into comments (id, version, consultation_id, number, state, channel, language, text, text_hash, provision_id,
      version_number, quote, show_name, account_id, participant, first_of_participant, accepted_at, receipt,
      idempotency_key, idempotency_hash, repeat_hash, on_behalf_of, quote_context, files)
    select i.id, 1, i.consultation_id, n.number, 'accepted', i.channel, i.language, i.text, i.text_hash, i.provision_id,
      n.current_version, i.quote, i.show_name, i.account_id, n.participant, n.first, i.accepted_at, i.receipt, i.key,
      i.body_hash, i.repeat_hash, i.on_behalf_of::jsonb, i.quote_context::jsonb, i.files
    from input i join numbered n using (ord)
  ), acts as (
    select i.rest, 'account' as actor_kind, i.account_id as actor_id, 'comment.accepted' as what,
      'comment' as subject_kind, i.id::text as subject_id, true as public, row_number() over (order by ord) as ord
    from input i join numbered n using (ord)
  ), ${recordingSql('acts', '$18')}
  select j.fate, j.state as "consultationState", j.body_id as "bodyId", j.current_version as "versionNumber",
    n.number, n.participant, j.earlier_id as "earlierId"
  from judged j left join numbered n using (ord) order by ord`;

const EARLIER = `
  select c.idempotency_hash as "bodyHash", c.id as "commentId" from comments c
  where c.account_id = $1 and c.consultation_id = $2 and c.idempotency_key = $3`;

const RECEIPT = `
  select id, receipt as number, accepted_at as "acceptedAt", text_hash as "textHash" from comments where id = $1`;

type Keyed = Pick<Candidate, 'accountId' | 'consultationId'> & { readonly repetition: Repetition };

/**
 * The statements by which comments come in. Batches have a connection of their own: an application's pool would plan
 * anew on every connection whose first batches are small, at twice the cost of running.
 */
@Injectable()
export class AdmissionRepository implements OnApplicationShutdown {
  readonly #pool: Pool;

  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {
    this.#pool = statements.newPoolPlannedOnce(1);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#pool.end();
  }

  /** Judges, stores and records a batch; the judgements come in its order. Nothing is stored when it throws. */
  async admit(batch: readonly Candidate[]): Promise<Judgement[]> {
    const { rows } = await this.#pool.query<Judgement>({
      name: 'comments-admit',
      text: ADMIT,
      values: valuesOf(batch, this.clock.now()),
    });
    return rows;
  }

  /** Judges, stores and records one comment inside the act's transaction, which decides with it. */
  async admitInAct(candidate: Candidate): Promise<Judgement> {
    const values = valuesOf([candidate], this.clock.now());
    const judgement = await this.statements.row<Judgement & Record<string, unknown>>('comment-admit', ADMIT, values);
    if (!judgement) throw new Error('A comment was not judged.');
    return judgement;
  }

  /** The request that this key stands for, or undefined. A comment's key is remembered as long as the comment. */
  earlier({ accountId, consultationId, repetition: { key } }: Keyed): Promise<EarlierRequest | undefined> {
    return this.statements.row<EarlierRequest & Record<string, unknown>>('comments-earlier', EARLIER, [
      accountId,
      consultationId,
      key,
    ]);
  }

  /** The receipt of a comment, for its author alone. */
  receiptOf(id: string): Promise<EarlierReceipt | undefined> {
    return this.statements.row<EarlierReceipt & Record<string, unknown>>('comments-receipt', RECEIPT, [id]);
  }
}

function valuesOf(batch: readonly Candidate[], now: Date): unknown[] {
  return [
    plainArray(batch.map(({ id }) => id)),
    plainArray(batch.map(({ consultationId }) => consultationId)),
    plainArray(batch.map(({ accountId }) => accountId)),
    plainArray(batch.map(({ acceptedOn }) => acceptedOn)),
    plainArray(batch.map(({ acceptedAt }) => acceptedAt.toISOString())),
    textArray(batch.map(({ language }) => language)),
    textArray(batch.map(({ channel }) => channel)),
    textArray(batch.map(({ text }) => text)),
    textArray(batch.map(({ textHash }) => textHash)),
    plainArray(batch.map(({ provisionId }) => provisionId)),
    textArray(batch.map(({ quote }) => quote)),
    plainArray(batch.map(({ showName }) => showName)),
    textArray(batch.map(({ receipt }) => receipt)),
    textArray(batch.map(({ repetition }) => repetition?.key ?? null)),
    bytesArray(batch.map(({ repetition }) => repetition?.bodyHash ?? null)),
    textArray(batch.map((candidate) => restOfEntry(commentAccepted(candidate, candidate.by)))),
    plainArray(batch.map(({ repeatHash }) => repeatHash)),
    now,
    textArray(batch.map(({ onBehalfOf }) => jsonOf(onBehalfOf))),
    textArray(batch.map(({ quoteContext }) => jsonOf(quoteContext))),
    plainArray(batch.map(({ fileHashes }) => fileHashes?.length ?? 0)),
  ];
}
