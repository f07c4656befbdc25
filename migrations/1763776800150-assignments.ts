import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which officer of the body answers a comment. */
export class Assignments1763776800150 implements MigrationInterface {
  readonly name = 'Assignments1763776800150';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table comment_assignments (
        comment_id uuid primary key references comments,
        consultation_id uuid not null references consultations,
        account_id uuid not null references accounts,
        assigned_by uuid references accounts,
        assigned_at timestamptz(3) not null
      );
      create index comment_assignments_consultation on comment_assignments (consultation_id, account_id);
      create index comment_assignments_account on comment_assignments (account_id);
      create index comment_assignments_assigned_by on comment_assignments (assigned_by) where assigned_by is not null;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table comment_assignments');
  }
}
