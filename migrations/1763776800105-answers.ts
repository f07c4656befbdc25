import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Earlier answers to comments, and near-identical ones. One trigger keeps under how many comments of each group the same reasons stand, whoever answers;
 * the worker says which reasons are near-identical and writes the figures that are read. Admission, which inserts, pays
 * nothing.
 */
export class Answers1763776800105 implements MigrationInterface {
  readonly name = 'Answers1763776800105';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(EARLIER);
    await runner.query(TABLES);
    await runner.query(PLACING);
    await runner.query(GIVEN_BEFORE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger comments_placed_answers on comments;
      drop function place_answers();
      drop table answer_figures, answer_changes, answer_placements, answer_text_bands, answer_texts, answer_wordings;
      drop table earlier_answers;
      alter table comments drop column revised_at;`);
  }
}

const EARLIER = `
  alter table comments add column revised_at timestamptz(3)
    constraint comments_revision check (revised_at is null or state = 'answered');

  create table earlier_answers (
    id uuid primary key,
    comment_id uuid not null references comments,
    number integer not null check (number > 0),
    outcome text not null check (outcome in ('accepted', 'partly', 'declined')),
    reasons jsonb not null check (reasons ?& array['kk', 'ru']),
    answered_at timestamptz(3) not null,
    answered_by uuid references accounts,
    replaced_at timestamptz(3) not null,
    replaced_by uuid references accounts,
    why jsonb not null check (why ?& array['kk', 'ru'])
  );
  create unique index earlier_answers_number on earlier_answers (comment_id, number);
  create index earlier_answers_answered_by on earlier_answers (answered_by) where answered_by is not null;
  create index earlier_answers_replaced_by on earlier_answers (replaced_by) where replaced_by is not null;`;

const TABLES = `
  create table answer_wordings (
    id uuid primary key,
    consultation_id uuid not null references consultations,
    body_id uuid not null references bodies,
    answers integer not null check (answers >= 0),
    comments integer not null check (comments >= answers),
    reasons jsonb
  );
  create index answer_wordings_consultation on answer_wordings (consultation_id, answers desc, id desc);
  create index answer_wordings_body on answer_wordings (body_id, answers desc, id desc);

  create table answer_texts (
    id uuid primary key,
    consultation_id uuid not null references consultations,
    reasons_hash bytea not null check (length(reasons_hash) = 32),
    reasons jsonb not null,
    normal_hash bytea check (length(normal_hash) = 32),
    wording_id uuid references answer_wordings,
    constraint answer_texts_compared check ((normal_hash is null) = (wording_id is null))
  );
  create unique index answer_texts_exact on answer_texts (consultation_id, reasons_hash);
  create index answer_texts_normal on answer_texts (consultation_id, normal_hash, id) where normal_hash is not null;
  create index answer_texts_waiting on answer_texts (consultation_id, id) where wording_id is null;
  create index answer_texts_wording on answer_texts (wording_id) where wording_id is not null;

  create table answer_text_bands (
    band bigint not null,
    text_id uuid not null references answer_texts,
    primary key (band, text_id)
  );
  create index answer_text_bands_text on answer_text_bands (text_id);

  create table answer_placements (
    group_id uuid not null references comment_groups,
    reasons_hash bytea not null,
    consultation_id uuid not null,
    comments integer not null,
    primary key (group_id, reasons_hash),
    foreign key (consultation_id, reasons_hash) references answer_texts (consultation_id, reasons_hash)
  );
  create index answer_placements_text on answer_placements (consultation_id, reasons_hash);

  create table answer_changes (
    id bigint generated always as identity primary key,
    consultation_id uuid not null references consultations
  );
  create index answer_changes_consultation on answer_changes (consultation_id);

  create table answer_figures (
    consultation_id uuid primary key references consultations,
    body_id uuid not null references bodies,
    comments integer not null check (comments >= 0),
    answers integer not null check (answers between 0 and comments),
    wordings integer not null check (wordings between 0 and answers),
    near_identical integer not null check (near_identical between 0 and answers),
    computed_at timestamptz(3) not null
  );
  create index answer_figures_body on answer_figures (body_id);`;

/** Texts, placements and the mark of a change, from rows (consultation_id, group_id, reasons, n). */
const PLACED = `
  by_place as materialized (
    select consultation_id, group_id, sha256(convert_to(reasons::text, 'UTF8')) as reasons_hash,
      (array_agg(reasons))[1] as reasons, sum(n)::int as comments
    from changed group by 1, 2, 3
  ), texts as (
    insert into answer_texts (id, consultation_id, reasons_hash, reasons)
    select gen_random_uuid(), consultation_id, reasons_hash, reasons
    from (select distinct on (consultation_id, reasons_hash) * from by_place order by consultation_id, reasons_hash) t
    on conflict (consultation_id, reasons_hash) do nothing
  ), placements as (
    insert into answer_placements as p (group_id, reasons_hash, consultation_id, comments)
    select group_id, reasons_hash, consultation_id, comments from by_place order by group_id, reasons_hash
    on conflict (group_id, reasons_hash) do update set comments = p.comments + excluded.comments
  )
  insert into answer_changes (consultation_id) select distinct consultation_id from by_place;`;

/** What a statement changed of answers to comments that have a group. */
const PLACING = `
  create function place_answers() returns trigger language plpgsql as $$
  begin
    with changed as (
      select b.consultation_id, b.group_id, b.reasons, -1 as n from before b join after a using (id)
        where b.group_id is not null and b.state = 'answered'
          and (b.group_id, b.state, b.reasons) is distinct from (a.group_id, a.state, a.reasons)
      union all
      select a.consultation_id, a.group_id, a.reasons, 1 from before b join after a using (id)
        where a.group_id is not null and a.state = 'answered'
          and (b.group_id, b.state, b.reasons) is distinct from (a.group_id, a.state, a.reasons)
    ), ${PLACED}
    return null;
  end $$;

  create trigger comments_placed_answers after update on comments
    referencing old table as before new table as after
    for each statement execute function place_answers();`;

const GIVEN_BEFORE = `
  with changed as (
    select consultation_id, group_id, reasons, 1 as n from comments where group_id is not null and state = 'answered'
  ), ${PLACED}`;
