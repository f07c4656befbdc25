import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Minutes of meetings; each edition keeps the facts and the text it was circulated with. */
export class Minutes1763776800022 implements MigrationInterface {
  readonly name = 'Minutes1763776800022';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table minutes (
        id uuid primary key,
        version integer not null,
        state text not null check (state in ('draft', 'circulated', 'signed', 'published', 'superseded')),
        meeting_id uuid not null references meetings,
        edition integer not null check (edition > 0),
        reason jsonb check (reason ?& array['kk', 'ru']),
        notes jsonb check (notes ?& array['kk', 'ru']),
        facts jsonb,
        text jsonb check (text ?& array['kk', 'ru']),
        sign_due_on date,
        circulated_on date,
        signed_on date,
        chair_signatory_id uuid references members,
        countersigned_by uuid references accounts,
        scan text,
        publish_due_on date,
        published_on date,
        superseded_on date,
        constraint minutes_edition check ((edition = 1) = (reason is null)),
        constraint minutes_life check (
          (state = 'draft') = (circulated_on is null) and (circulated_on is null) = (facts is null)
          and (circulated_on is null) = (text is null)
          and (state in ('draft', 'circulated')) = (signed_on is null)
          and (signed_on is null) = (chair_signatory_id is null) and (signed_on is null) = (publish_due_on is null)
          and (state in ('published', 'superseded')) = (published_on is not null)
          and (state = 'superseded') = (superseded_on is not null))
      );
      create unique index minutes_edition_once on minutes (meeting_id, edition);
      create unique index minutes_in_force on minutes (meeting_id) where state = 'published';
      create unique index minutes_in_work on minutes (meeting_id) where state in ('draft', 'circulated', 'signed');
      create index minutes_chair_signatory on minutes (chair_signatory_id);
      create index minutes_countersigned_by on minutes (countersigned_by);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table minutes');
  }
}
