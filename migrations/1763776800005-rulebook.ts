import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Values that the administrator gave to settings of the rulebook, each with its basis. */
export class Rulebook1763776800005 implements MigrationInterface {
  readonly name = 'Rulebook1763776800005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table rule_settings (
        id uuid primary key,
        rule_id text not null,
        value jsonb not null,
        basis jsonb not null,
        since date not null,
        set_at timestamptz(3) not null
      );
      create unique index rule_settings_since on rule_settings (rule_id, since);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table rule_settings');
  }
}
