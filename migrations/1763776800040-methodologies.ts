import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ways of scoring government bodies. */
export class Methodologies1763776800040 implements MigrationInterface {
  readonly name = 'Methodologies1763776800040';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table methodologies (
        id uuid primary key,
        version integer not null,
        state text not null check (state in ('draft', 'published', 'retired')),
        edition integer not null check (edition >= 1),
        previous_id uuid references methodologies,
        name jsonb not null check (name ?& array['kk', 'ru']),
        formula text not null check (formula in ('weighted_mean', 'e1')),
        dimensions jsonb not null check (jsonb_typeof(dimensions) = 'array'),
        published_at timestamptz(3),
        retired_at timestamptz(3),
        check ((state = 'draft') = (published_at is null))
      );
      create unique index methodologies_previous on methodologies (previous_id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table methodologies');
  }
}
