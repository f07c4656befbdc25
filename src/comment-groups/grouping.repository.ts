import { Injectable } from '@nestjs/common';
import { Statements } from '../platform/database/index.js';
import type { BandMate } from './compared.js';
import type { GroupingPlan, KnownGroup, LearntText } from './grouping.js';
import { keepBandsSql, sharedBandsSql } from './text-bands.js';
import { waitingSql, type Waiting } from './waiting.js';

/** A comment that waits for its group. */
export interface WaitingComment {
  readonly id: string;
  readonly number: number;
  readonly text: string;
  readonly textHash: string;
}

/**
 * How long a statement of a batch, and the computing between two, may take: nobody waits for it, and two large groups
 * that become one are moved by one statement. A bound that is hit would be hit again every minute.
 */
const LONGEST = '10min';

type Row<T> = T & Record<string, unknown>;

/** What grouping reads and writes: a constant number of statements for a batch, each by index. */
@Injectable()
export class GroupingRepository {
  constructor(private readonly statements: Statements) {}

  /** Consultations with comments that wait, the least behind first. */
  waiting(): Promise<Waiting[]> {
    return this.statements.rows<Row<Waiting>>('grouping-waiting', waitingSql('comment_group_cursors', 'grouped'));
  }

  /** Number of the last comment in a group; undefined while another process or an officer is at it. */
  async cursor(consultationId: string): Promise<number | undefined> {
    await this.statements.rows(
      'grouping-bounds',
      `select set_config('statement_timeout', $1, true), set_config('idle_in_transaction_session_timeout', $1, true)`,
      [LONGEST],
    );
    await this.statements.rows(
      'grouping-begin',
      'insert into comment_group_cursors (consultation_id, grouped) values ($1, 0) on conflict do nothing',
      [consultationId],
    );
    const row = await this.statements.row<{ grouped: number }>(
      'grouping-cursor',
      'select grouped from comment_group_cursors where consultation_id = $1 for update skip locked',
      [consultationId],
    );
    return row?.grouped;
  }

  /** The next comments. Numbers become visible in their order, so none can appear behind the cursor later. */
  batch(consultationId: string, after: number, size: number): Promise<WaitingComment[]> {
    return this.statements.rows<Row<WaitingComment>>(
      'grouping-batch',
      `select id, number, text, text_hash as "textHash" from comments
       where consultation_id = $1 and number > $2 order by number limit $3`,
      [consultationId, after, size],
    );
  }

  /** Groups of exact texts that are known, by their hashes. */
  async exact(consultationId: string, hashes: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.statements.rows<{ hash: string; groupId: string }>(
      'grouping-exact',
      `select text_hash as hash, group_id as "groupId" from comment_texts
       where consultation_id = $1 and text_hash = any($2)`,
      [consultationId, hashes],
    );
    return new Map(rows.map(({ hash, groupId }) => [hash, groupId]));
  }

  /** Groups of normal texts that are known, by their hashes; where a person parted them, that of the first. */
  async normal(consultationId: string, hashes: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.statements.rows<{ hash: string; groupId: string }>(
      'grouping-normal',
      `select distinct on (normal_hash) encode(normal_hash, 'hex') as hash, group_id as "groupId" from comment_texts
       where consultation_id = $1 and normal_hash = any(select decode(hash, 'hex') from unnest($2::text[]) hash)
       order by normal_hash, id`,
      [consultationId, hashes],
    );
    return new Map(rows.map(({ hash, groupId }) => [hash, groupId]));
  }

  /** Stored texts that share bands with new ones, which are given by their bands; those of a full band are not all. */
  bandMates(consultationId: string, texts: readonly (readonly string[])[]): Promise<BandMate[]> {
    return this.statements.rows<Row<BandMate>>(
      'grouping-bands',
      `select m.at, t.comment_id as "commentId", t.group_id as "groupId", m.shared
       from (${sharedBandsSql('comment_text_bands')}) m
         join comment_texts t on t.id = m.text_id
       where t.consultation_id = $1`,
      [consultationId, texts.flat(), texts.flatMap((bands, at) => bands.map(() => at))],
    );
  }

  /** Texts of comments by their ids. */
  async texts(commentIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.statements.rows<{ id: string; text: string }>(
      'grouping-texts',
      'select id, text from comments where id = any($1::uuid[])',
      [commentIds],
    );
    return new Map(rows.map(({ id, text }) => [id, text]));
  }

  groups(ids: readonly string[]): Promise<KnownGroup[]> {
    return this.statements.rows<Row<KnownGroup>>(
      'grouping-groups',
      `select id, comments + withdrawn as size, settled_at is not null as "isSettled" from comment_groups
       where id = any($1::uuid[])`,
      [ids],
    );
  }

  /** Writes what was found; the trigger on comments counts. */
  async write(consultationId: string, plan: GroupingPlan, upTo: number, now: Date): Promise<void> {
    const { founded, learnt, merged, changed } = plan;
    await this.statements.rows(
      'grouping-found',
      `insert into comment_groups (id, version, consultation_id, comments, texts, withdrawn, unanswered, created_at)
       select id, 0, $1, 0, 0, 0, 0, $3 from unnest($2::uuid[]) id`,
      [consultationId, founded, now],
    );
    await this.#learn(consultationId, learnt);
    await this.#move(merged);
    await this.#assign(plan);
    await this.statements.rows(
      'grouping-changed',
      'update comment_groups set version = version + 1 where id = any($1::uuid[])',
      [changed],
    );
    await this.statements.rows(
      'grouping-advance',
      'update comment_group_cursors set grouped = $2 where consultation_id = $1',
      [consultationId, upTo],
    );
  }

  /** All copies of a text are found by its hash, and texts near to it by its bands. */
  async #learn(consultationId: string, learnt: readonly LearntText[]): Promise<void> {
    await this.statements.rows(
      'grouping-learn',
      `insert into comment_texts (id, consultation_id, text_hash, normal_hash, comment_id, group_id)
       select comment_id, $1, text_hash, decode(normal_hash, 'hex'), comment_id, group_id
       from unnest($2::text[], $3::text[], $4::uuid[], $5::uuid[]) t (text_hash, normal_hash, comment_id, group_id)`,
      [
        consultationId,
        learnt.map(({ textHash }) => textHash),
        learnt.map(({ normalHash }) => normalHash),
        learnt.map(({ commentId }) => commentId),
        learnt.map(({ groupId }) => groupId),
      ],
    );
    const bands = learnt.flatMap(({ commentId, bands: of }) => of.map((band) => [band, commentId] as const));
    await this.statements.rows('grouping-bands-put', keepBandsSql('comment_text_bands'), [
      bands.map(([band]) => band),
      bands.map(([, commentId]) => commentId),
    ]);
  }

  /** What led to groups that went into others leads to those. */
  async #move(merged: GroupingPlan['merged']): Promise<void> {
    if (merged.length === 0) return;
    const values = [merged.map(({ id }) => id), merged.map(({ into }) => into)];
    const pairs = 'unnest($1::uuid[], $2::uuid[]) p (id, into_id)';
    await this.statements.rows(
      'grouping-move-texts',
      `update comment_texts t set group_id = p.into_id from ${pairs} where t.group_id = p.id`,
      values,
    );
    await this.statements.rows(
      'grouping-move-groups',
      `update comment_groups g set merged_into = p.into_id from ${pairs} where g.id = p.id or g.merged_into = p.id`,
      values,
    );
  }

  /** One statement for comments that get a group and for those whose group went into another. */
  async #assign({ assigned, merged }: GroupingPlan): Promise<void> {
    await this.statements.rows(
      'grouping-assign',
      `update comments c set group_id = m.group_id from (
         select * from unnest($1::uuid[], $2::uuid[]) a (id, group_id)
         union all
         select c.id, p.into_id from unnest($3::uuid[], $4::uuid[]) p (id, into_id) join comments c on c.group_id = p.id
       ) m where c.id = m.id`,
      [
        assigned.map(({ commentId }) => commentId),
        assigned.map(({ groupId }) => groupId),
        merged.map(({ id }) => id),
        merged.map(({ into }) => into),
      ],
    );
  }
}
