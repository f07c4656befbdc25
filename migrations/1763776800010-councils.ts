import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Councils, their convocations, and the stricter values of rules they decided on. */
export class Councils1763776800010 implements MigrationInterface {
  readonly name = 'Councils1763776800010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table councils (
        id uuid primary key,
        version integer not null,
        state text not null check (state in ('forming', 'active', 'dissolved')),
        name jsonb not null check (name ?& array['kk', 'ru']),
        level text not null check (level in ('republican', 'regional', 'district')),
        kind text not null check (kind in ('ministry', 'quasi_state', 'local')),
        body_id uuid not null references bodies,
        territory_id uuid not null references territories,
        seats integer not null check (seats > 0),
        founded_on date not null,
        activated_on date,
        dissolved_on date,
        website text,
        sectors jsonb not null check (jsonb_typeof(sectors) = 'array'),
        regulation jsonb check (regulation ?& array['kk', 'ru']),
        constraint councils_dates check (
          (state = 'dissolved') = (dissolved_on is not null) and (state <> 'active' or activated_on is not null))
      );
      create index councils_body on councils (body_id);
      create unique index councils_active_body on councils (body_id) where state = 'active';
      create index councils_territory on councils (territory_id);

      create table convocations (
        id uuid primary key,
        council_id uuid not null references councils,
        number integer not null check (number > 0),
        from_on date not null,
        until_on date not null,
        constraint convocations_term check (until_on >= from_on)
      );
      create unique index convocations_number on convocations (council_id, number);

      create table council_rules (
        id uuid primary key,
        council_id uuid not null references councils,
        rule_id text not null,
        value jsonb not null,
        decided_on date not null,
        agenda_item_id uuid,
        set_at timestamptz(3) not null
      );
      create unique index council_rules_decided on council_rules (council_id, rule_id, decided_on);
      create index council_rules_agenda_item on council_rules (agenda_item_id);

      alter table grants add constraint grants_council_id_fkey foreign key (council_id) references councils;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table grants drop constraint grants_council_id_fkey;
      drop table council_rules, convocations, councils;`);
  }
}
