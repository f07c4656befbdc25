import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Marks as printed and shapes of tables of provisions; the comparative table of a version. */
export class DraftTables1763776800120 implements MigrationInterface {
  readonly name = 'DraftTables1763776800120';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table provision_texts
        add label jsonb check (label ?& array['kk', 'ru']),
        add table_shape jsonb check (jsonb_typeof(table_shape) = 'object');
      alter table draft_versions
        add comparative_table jsonb not null default '[]' check (jsonb_typeof(comparative_table) = 'array')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table draft_versions drop column comparative_table');
    await runner.query('alter table provision_texts drop column table_shape, drop column label');
  }
}
