import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Extensions of the time for comments, each with its old and new closing day and the reasons. */
export class Extensions1763776800104 implements MigrationInterface {
  readonly name = 'Extensions1763776800104';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table consultations
        add extensions jsonb not null default '[]' check (jsonb_typeof(extensions) = 'array')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table consultations drop column extensions');
  }
}
