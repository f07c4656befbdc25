import { Injectable } from '@nestjs/common';
import { keepBandsSql, sharedBandsSql, type BandMate, type GroupingPlan } from '../comment-groups/index.js';
import { Statements } from '../platform/database/index.js';
import type { LocalizedText } from '../platform/kernel/index.js';

/** Reasons of answers that were not compared yet. */
export interface ReasonsText {
  readonly id: string;
  readonly reasons: LocalizedText;
}

/** Nobody waits for the worker; a bound that is hit would be hit again every minute. */
const LONGEST = '10min';

type Row<T> = T & Record<string, unknown>;

/** Under how many groups each wording stands: an answer is one wording under one group, under however many copies. */
const COUNT = `
  with placed as (
    select t.wording_id, p.group_id, sum(p.comments)::int as comments
    from answer_placements p join answer_texts t using (consultation_id, reasons_hash)
    where p.consultation_id = $1 and p.comments > 0 and t.wording_id is not null group by 1, 2
  ), counted as (
    select wording_id, count(*)::int as answers, sum(comments)::int as comments from placed group by 1
  ), most as (
    select distinct on (t.wording_id) t.wording_id, t.reasons
    from answer_placements p join answer_texts t using (consultation_id, reasons_hash)
    where p.consultation_id = $1 and p.comments > 0 and t.wording_id is not null
    group by t.wording_id, t.id, t.reasons order by t.wording_id, sum(p.comments) desc, t.id
  ), written as (
    update answer_wordings w set answers = coalesce(c.answers, 0), comments = coalesce(c.comments, 0), reasons = m.reasons
    from answer_wordings o left join counted c on c.wording_id = o.id left join most m on m.wording_id = o.id
    where o.consultation_id = $1 and w.id = o.id and (w.answers, w.comments, w.reasons)
      is distinct from (coalesce(c.answers, 0), coalesce(c.comments, 0), m.reasons)
  )
  insert into answer_figures as f (consultation_id, body_id, comments, answers, wordings, near_identical, computed_at)
  select d.id, d.body_id, coalesce(sum(c.comments), 0), coalesce(sum(c.answers), 0), count(c.wording_id),
    coalesce(sum(c.answers) filter (where c.answers > 1), 0), $2
  from consultations d left join counted c on true where d.id = $1 group by d.id
  on conflict (consultation_id) do update set comments = excluded.comments, answers = excluded.answers,
    wordings = excluded.wordings, near_identical = excluded.near_identical, computed_at = excluded.computed_at`;

/** What comparing answers reads and writes: a constant number of statements for a batch, each by index. */
@Injectable()
export class WordingsRepository {
  constructor(private readonly statements: Statements) {}

  /** Consultations whose answers changed since they were counted. */
  async changed(): Promise<string[]> {
    const rows = await this.statements.rows<{ id: string }>(
      'wordings-changed',
      'select distinct consultation_id as id from answer_changes order by 1',
    );
    return rows.map(({ id }) => id);
  }

  /** True when no other process is at the answers of this consultation, from here to the end of the act. */
  async hold(consultationId: string): Promise<boolean> {
    await this.statements.rows(
      'wordings-bounds',
      `select set_config('statement_timeout', $1, true), set_config('idle_in_transaction_session_timeout', $1, true)`,
      [LONGEST],
    );
    const row = await this.statements.row<{ held: boolean }>(
      'wordings-hold',
      `select pg_try_advisory_xact_lock(hashtextextended('answer-wordings ' || $1::uuid, 0)) as held`,
      [consultationId],
    );
    return row?.held === true;
  }

  /** Marks of changes that are committed by now. */
  async marks(consultationId: string): Promise<string[]> {
    const rows = await this.statements.rows<{ id: string }>(
      'wordings-marks',
      'select id from answer_changes where consultation_id = $1',
      [consultationId],
    );
    return rows.map(({ id }) => id);
  }

  /** Texts that were not compared yet. */
  batch(consultationId: string, size: number): Promise<ReasonsText[]> {
    return this.statements.rows<Row<ReasonsText>>(
      'wordings-batch',
      `select id, reasons from answer_texts where consultation_id = $1 and wording_id is null order by id limit $2`,
      [consultationId, size],
    );
  }

  /** Wordings of normal texts that are known, by their hashes. */
  async normal(consultationId: string, hashes: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.statements.rows<{ hash: string; wordingId: string }>(
      'wordings-normal',
      `select distinct on (normal_hash) encode(normal_hash, 'hex') as hash, wording_id as "wordingId" from answer_texts
       where consultation_id = $1 and normal_hash = any(select decode(hash, 'hex') from unnest($2::text[]) hash)
       order by normal_hash, id`,
      [consultationId, hashes],
    );
    return new Map(rows.map(({ hash, wordingId }) => [hash, wordingId]));
  }

  /** Compared texts that share bands with new ones, as `GroupingRepository.bandMates` gives those of comments. */
  bandMates(consultationId: string, texts: readonly (readonly string[])[]): Promise<BandMate[]> {
    return this.statements.rows<Row<BandMate>>(
      'wordings-bands',
      `select m.at, t.id as "commentId", t.wording_id as "groupId", m.shared
       from (${sharedBandsSql('answer_text_bands')}) m
         join answer_texts t on t.id = m.text_id
       where t.consultation_id = $1 and t.wording_id is not null`,
      [consultationId, texts.flat(), texts.flatMap((bands, at) => bands.map(() => at))],
    );
  }

  /** Reasons by the ids of their texts. */
  async reasons(ids: readonly string[]): Promise<Map<string, LocalizedText>> {
    const rows = await this.statements.rows<Row<ReasonsText>>(
      'wordings-reasons',
      'select id, reasons from answer_texts where id = any($1::uuid[])',
      [ids],
    );
    return new Map(rows.map(({ id, reasons }) => [id, reasons]));
  }

  /** Texts of each of the wordings. */
  async sizes(ids: readonly string[]): Promise<{ readonly id: string; readonly size: number }[]> {
    return this.statements.rows<{ id: string; size: number }>(
      'wordings-sizes',
      `select wording_id as id, count(*)::int as size from answer_texts where wording_id = any($1::uuid[]) group by 1`,
      [ids],
    );
  }

  /** Writes which texts are near-identical. */
  async write(consultationId: string, { founded, learnt, merged }: GroupingPlan): Promise<void> {
    await this.statements.rows(
      'wordings-found',
      `insert into answer_wordings (id, consultation_id, body_id, answers, comments)
       select w.id, d.id, d.body_id, 0, 0 from consultations d, unnest($2::uuid[]) w (id) where d.id = $1`,
      [consultationId, founded],
    );
    await this.statements.rows(
      'wordings-learn',
      `update answer_texts t set wording_id = n.wording_id, normal_hash = decode(n.normal_hash, 'hex')
       from unnest($1::uuid[], $2::text[], $3::uuid[]) n (id, normal_hash, wording_id) where t.id = n.id`,
      [
        learnt.map(({ commentId }) => commentId),
        learnt.map(({ normalHash }) => normalHash),
        learnt.map(({ groupId }) => groupId),
      ],
    );
    const bands = learnt.flatMap(({ commentId, bands: of }) => of.map((band) => [band, commentId] as const));
    await this.statements.rows('wordings-bands-put', keepBandsSql('answer_text_bands'), [
      bands.map(([band]) => band),
      bands.map(([, id]) => id),
    ]);
    await this.#unite(merged);
  }

  /** Counts the wordings and the consultation anew, and takes away the marks of what is counted now. */
  async count(consultationId: string, marks: readonly string[], now: Date): Promise<void> {
    await this.statements.rows('wordings-count', COUNT, [consultationId, now]);
    await this.statements.rows('wordings-counted', 'delete from answer_changes where id = any($1::bigint[])', [marks]);
  }

  async #unite(merged: GroupingPlan['merged']): Promise<void> {
    if (merged.length === 0) return;
    const ids = merged.map(({ id }) => id);
    await this.statements.rows(
      'wordings-unite',
      `update answer_texts t set wording_id = p.into_id from unnest($1::uuid[], $2::uuid[]) p (id, into_id)
       where t.wording_id = p.id`,
      [ids, merged.map(({ into }) => into)],
    );
    await this.statements.rows('wordings-united', 'delete from answer_wordings where id = any($1::uuid[])', [ids]);
  }
}
