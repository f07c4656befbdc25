import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A comment holds the key of its own request: one row, one index and one foreign key less for each comment. */
export class CommentKeys1763776800060 implements MigrationInterface {
  readonly name = 'CommentKeys1763776800060';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table comments
        add column idempotency_key text,
        add column idempotency_hash bytea,
        add constraint comments_idempotency check ((idempotency_key is null) = (idempotency_hash is null));
      update comments c set idempotency_key = k.key, idempotency_hash = k.body_hash
        from idempotency_keys k where k.thing_id = c.id and k.account_id = c.account_id;
      create unique index comments_idempotency_key on comments (account_id, consultation_id, idempotency_key)
        where idempotency_key is not null;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table comments drop column idempotency_key, drop column idempotency_hash');
  }
}
