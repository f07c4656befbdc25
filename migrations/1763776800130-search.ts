import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What search reads: words of comments and of published drafts, written by the worker only. Admission pays nothing: no
 * column, index or foreign key of `comments` changes. The index of words of comments is never left for later
 * (`fastupdate`), because a search would read what waits row by row.
 */
export class Search1763776800130 implements MigrationInterface {
  readonly name = 'Search1763776800130';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table search_progress (
        id boolean primary key default true check (id),
        place integer not null check (place >= 0)
      );
      insert into search_progress (place) values (0);

      create table search_scopes (
        consultation_id uuid primary key references consultations,
        scope integer generated always as identity unique,
        indexed integer not null check (indexed >= 0)
      );

      create table comment_search (
        comment_id uuid primary key references comments,
        place integer not null check (place > 0),
        number integer not null check (number > 0),
        words tsvector not null
      );
      create index comment_search_words on comment_search using gin (words) with (fastupdate = off);

      create table draft_search (
        consultation_id uuid not null references consultations,
        language text not null check (language in ('kk', 'ru', 'en')),
        version integer not null,
        words tsvector not null,
        primary key (consultation_id, language)
      );
      create index draft_search_words on draft_search using gin (words) with (fastupdate = off);

      create table draft_search_parts (
        consultation_id uuid not null,
        language text not null,
        part integer not null check (part >= 0),
        provision_id uuid references provisions,
        text text not null,
        words tsvector not null,
        primary key (consultation_id, language, part),
        foreign key (consultation_id, language) references draft_search on delete cascade
      );
      create index draft_search_parts_provision on draft_search_parts (provision_id) where provision_id is not null;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table draft_search_parts, draft_search, comment_search, search_scopes, search_progress');
  }
}
