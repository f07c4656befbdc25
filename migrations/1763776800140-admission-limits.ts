import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What makes a comment an exact repeat of another, in 16 bytes that stand for its author, consultation, text and place;
 * and how much of the limits is used. The latter is not logged: after a power cut everybody begins anew. Comments of
 * consultations that are open get theirs, the first of equal ones alone; in the others nothing can be sent any more.
 */
export class AdmissionLimits1763776800140 implements MigrationInterface {
  readonly name = 'AdmissionLimits1763776800140';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table comments add column repeat_hash uuid
        constraint comments_repeat check (repeat_hash is null or (account_id is not null and state <> 'withdrawn'));

      with said as (
        select c.id, c.number, left(encode(sha256(convert_to(concat_ws(' ', c.account_id, c.consultation_id, c.text_hash,
          coalesce(c.provision_id::text, ''), coalesce(c.quote, '')), 'UTF8')), 'hex'), 32)::uuid as hash
        from comments c join consultations k on k.id = c.consultation_id and k.state = 'published'
        where c.account_id is not null and c.state <> 'withdrawn'
      ), first as (select distinct on (hash) id, hash from said order by hash, number)
      update comments c set repeat_hash = f.hash from first f where f.id = c.id;

      create unique index comments_repeat on comments (repeat_hash) where repeat_hash is not null;

      create unlogged table comment_limits (
        key text primary key,
        points integer not null,
        expire bigint
      );`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table comment_limits; alter table comments drop column repeat_hash;');
  }
}
