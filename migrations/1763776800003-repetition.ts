import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys of repeated requests: the answer is rebuilt from the id, not stored. */
export class Repetition1763776800003 implements MigrationInterface {
  readonly name = 'Repetition1763776800003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table idempotency_keys (
        account_id uuid not null references accounts,
        route text not null,
        key text not null,
        body_hash bytea not null,
        thing_id uuid,
        created_at timestamptz(3) not null,
        primary key (account_id, route, key)
      );
      create index idempotency_keys_created on idempotency_keys (created_at);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table idempotency_keys');
  }
}
