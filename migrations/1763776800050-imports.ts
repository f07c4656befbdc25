import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Discussions taken over from the national portal: whence, in which languages, and what only the portal knows. */
export class Imports1763776800050 implements MigrationInterface {
  readonly name = 'Imports1763776800050';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table consultations
        add source text check (source in ('open-npa')),
        add breaches jsonb not null default '[]' check (jsonb_typeof(breaches) = 'array'),
        drop constraint consultations_report,
        add constraint consultations_report check (
          case when state in ('reported', 'concluded') then reported_on is not null or source is not null
            else reported_on is null end);

      create table imports (
        id uuid primary key,
        version integer not null,
        source text not null check (source in ('open-npa')),
        external_id text not null,
        consultation_id uuid not null references consultations,
        languages text[] not null check (cardinality(languages) > 0 and languages <@ array['kk', 'ru']),
        body_name jsonb not null,
        files jsonb not null check (jsonb_typeof(files) = 'array'),
        counters jsonb not null check (jsonb_typeof(counters) = 'object'),
        report jsonb,
        imported_at timestamptz(3) not null
      );
      create unique index imports_external on imports (source, external_id);
      create unique index imports_consultation on imports (consultation_id);

      create table imported_comments (
        comment_id uuid primary key references comments,
        import_id uuid not null references imports,
        external_id text not null,
        author text not null,
        fragment jsonb,
        mark text check (mark in ('accepted', 'not accepted')),
        replies jsonb not null check (jsonb_typeof(replies) = 'array'),
        reasons_language text check (reasons_language in ('kk', 'ru', 'en'))
      );
      create unique index imported_comments_external on imported_comments (import_id, external_id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table imported_comments, imports;
      alter table consultations drop constraint consultations_report,
        add constraint consultations_report check ((state in ('reported', 'concluded')) = (reported_on is not null)),
        drop column source, drop column breaches`);
  }
}
