import type { MigrationInterface, QueryRunner } from 'typeorm';

/** That the holder of an account says of a comment posted from it that he did not write it. */
export class DisownedComments1763776800162 implements MigrationInterface {
  readonly name = 'DisownedComments1763776800162';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table comments
        add column disowned_at timestamptz(3),
        add column disowned_reason text,
        add constraint comments_disowned check (
          (disowned_at is null or not show_name) and (disowned_reason is null or disowned_at is not null));`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table comments drop column disowned_at, drop column disowned_reason');
  }
}
