import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Territories by KATO code and the government bodies of the country. */
export class Bodies1763776800006 implements MigrationInterface {
  readonly name = 'Bodies1763776800006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table territories (
        id uuid primary key,
        code text not null unique check (code ~ '^([0-9]{9}|KZ)$'),
        iso_code text,
        level text not null check (level in
          ('country', 'region', 'city_of_republican_significance', 'district', 'city_of_regional_significance')),
        subtype text check (subtype in ('rural_district', 'city_district', 'city_administration')),
        parent_id uuid references territories,
        name jsonb not null check (name ?& array['kk', 'ru'])
      );
      create index territories_parent on territories (parent_id);

      create table bodies (
        id uuid primary key,
        code text not null unique,
        kind text not null check (kind in ('central', 'local_executive')),
        subkind text not null check (subkind in ('ministry', 'agency', 'akimat')),
        territory_id uuid not null references territories,
        name jsonb not null check (name ?& array['kk', 'ru']),
        website text,
        portal_id text unique
      );
      create index bodies_territory on bodies (territory_id);

      alter table grants add foreign key (body_id) references bodies;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table grants drop constraint grants_body_id_fkey; drop table bodies, territories');
  }
}
