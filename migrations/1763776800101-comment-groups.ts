import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Groups of comments of the same text. The counters of a group are kept by one trigger on the comments, whoever changes
 * them. It fires for updates only: admission, which inserts, pays nothing, and all indexes added here leave out comments
 * that are in no group yet.
 */
export class CommentGroups1763776800101 implements MigrationInterface {
  readonly name = 'CommentGroups1763776800101';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(COUNTING);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger comments_counted_in_groups on comments;
      drop function count_comments_in_groups();
      drop index comments_group, comments_group_unanswered, comments_group_standing;
      drop table comment_group_decisions, comment_text_bands, comment_texts, comment_group_texts, comment_groups,
        comment_group_cursors;
      update comments set group_id = null where group_id is not null;
      create index comments_group on comments (group_id) where group_id is not null;`);
  }
}

const TABLES = `
  create table comment_group_cursors (
    consultation_id uuid primary key references consultations,
    grouped integer not null check (grouped >= 0)
  );

  create table comment_groups (
    id uuid primary key,
    version integer not null,
    consultation_id uuid not null references consultations,
    comments integer not null check (comments >= 0),
    texts integer not null check (texts >= 0),
    withdrawn integer not null check (withdrawn >= 0),
    unanswered integer not null check (unanswered between 0 and comments),
    settled_at timestamptz(3),
    merged_into uuid references comment_groups,
    created_at timestamptz(3) not null
  );
  create index comment_groups_largest on comment_groups (consultation_id, comments desc, id desc) where merged_into is null;
  create index comment_groups_consultation on comment_groups (consultation_id);
  create index comment_groups_unanswered on comment_groups (consultation_id, unanswered desc, id desc)
    where merged_into is null and unanswered > 0;
  create index comment_groups_merged on comment_groups (merged_into) where merged_into is not null;

  create table comment_group_texts (
    group_id uuid not null references comment_groups,
    text_hash text not null,
    comments integer not null,
    standing integer not null,
    primary key (group_id, text_hash)
  );

  create table comment_texts (
    id uuid primary key,
    consultation_id uuid not null references consultations,
    text_hash text not null check (length(text_hash) = 64),
    normal_hash bytea not null check (length(normal_hash) = 32),
    comment_id uuid not null references comments,
    group_id uuid not null references comment_groups
  );
  create unique index comment_texts_exact on comment_texts (consultation_id, text_hash);
  create index comment_texts_normal on comment_texts (consultation_id, normal_hash, id);
  create index comment_texts_comment on comment_texts (comment_id);
  create index comment_texts_group on comment_texts (group_id);

  create table comment_text_bands (
    band bigint not null,
    text_id uuid not null references comment_texts,
    primary key (band, text_id)
  );
  create index comment_text_bands_text on comment_text_bands (text_id);

  create table comment_group_decisions (
    id uuid primary key,
    consultation_id uuid not null references consultations,
    kind text not null check (kind in ('split', 'merger')),
    from_id uuid not null references comment_groups,
    to_id uuid not null references comment_groups check (to_id <> from_id),
    comments integer not null check (comments >= 0),
    reason jsonb not null check (reason ?& array['kk', 'ru']),
    decided_by uuid references accounts,
    decided_at timestamptz(3) not null
  );
  create index comment_group_decisions_consultation on comment_group_decisions (consultation_id);
  create index comment_group_decisions_from on comment_group_decisions (from_id, id);
  create index comment_group_decisions_to on comment_group_decisions (to_id, id);
  create index comment_group_decisions_by on comment_group_decisions (decided_by) where decided_by is not null;

  drop index comments_group;
  create index comments_group on comments (group_id, number) where group_id is not null;
  create index comments_group_unanswered on comments (group_id, number)
    where group_id is not null and state = 'accepted';
  create index comments_group_standing on comments (group_id, number)
    where group_id is not null and state <> 'withdrawn';`;

/** What a statement changed of groups and states, counted once for every group and text it touched. */
const COUNTING = `
  create function count_comments_in_groups() returns trigger language plpgsql as $$
  begin
    with changed as (
      select b.group_id, b.text_hash, b.state, -1 as n from before b join after a using (id)
        where b.group_id is not null and (b.group_id, b.state) is distinct from (a.group_id, a.state)
      union all
      select a.group_id, a.text_hash, a.state, 1 from before b join after a using (id)
        where a.group_id is not null and (b.group_id, b.state) is distinct from (a.group_id, a.state)
    ), by_text as (
      select group_id, text_hash, sum(n)::int as comments,
        coalesce(sum(n) filter (where state <> 'withdrawn'), 0)::int as standing,
        coalesce(sum(n) filter (where state = 'accepted'), 0)::int as unanswered
      from changed group by group_id, text_hash
    ), texts as (
      insert into comment_group_texts as t (group_id, text_hash, comments, standing)
      select group_id, text_hash, comments, standing from by_text order by group_id, text_hash
      on conflict (group_id, text_hash) do update
        set comments = t.comments + excluded.comments, standing = t.standing + excluded.standing
      returning group_id, text_hash, standing
    ), by_group as (
      select b.group_id, sum(b.standing) as comments, sum(b.comments - b.standing) as withdrawn,
        sum(b.unanswered) as unanswered,
        sum((t.standing > 0)::int - (t.standing - b.standing > 0)::int) as texts
      from by_text b join texts t using (group_id, text_hash) group by b.group_id
    )
    update comment_groups g set comments = g.comments + d.comments, withdrawn = g.withdrawn + d.withdrawn,
      unanswered = g.unanswered + d.unanswered, texts = g.texts + d.texts
    from by_group d where g.id = d.group_id;
    return null;
  end $$;

  create trigger comments_counted_in_groups after update on comments
    referencing old table as before new table as after
    for each statement execute function count_comments_in_groups();`;
