import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whose a comment is and where it was said is proved once a statement instead of twice a comment: in a batch the foreign
 * keys took a fifth of the database's time. What they guard against besides cannot happen any more at all: accounts and
 * consultations are never deleted, and a comment stays its author's.
 */
export class CommentBelonging1763776800176 implements MigrationInterface {
  readonly name = 'CommentBelonging1763776800176';

  async up(runner: QueryRunner): Promise<void> {
    // Subselects, not joins: a join might read all accounts for a single comment.
    await runner.query(`
      create function comments_belong() returns trigger language plpgsql as $$
      begin
        if exists (
          select from (select distinct consultation_id as id from added) a
          where (select c.id from consultations c where c.id = a.id) is null
        ) then
          raise exception 'a comment is on no consultation' using errcode = 'foreign_key_violation',
            table = 'comments', constraint = 'comments_consultation_id_fkey';
        end if;
        if exists (
          select from added a
          where a.account_id is not null and (select c.id from accounts c where c.id = a.account_id) is null
        ) then
          raise exception 'a comment is by no account' using errcode = 'foreign_key_violation',
            table = 'comments', constraint = 'comments_account_id_fkey';
        end if;
        return null;
      end $$;
      create trigger comments_belong after insert on comments
        referencing new table as added for each statement execute function comments_belong();

      create function stays() returns trigger language plpgsql as $$
      begin
        raise exception '% of % is refused: they stay', tg_op, tg_table_name using errcode = 'restrict_violation';
      end $$;
      create trigger accounts_stay before delete or truncate on accounts
        for each statement execute function stays();
      create trigger consultations_stay before delete or truncate on consultations
        for each statement execute function stays();
      create trigger accounts_keep_id before update of id on accounts
        for each row when (old.id <> new.id) execute function stays();
      create trigger consultations_keep_id before update of id on consultations
        for each row when (old.id <> new.id) execute function stays();
      create trigger comments_keep_belonging before update of consultation_id, account_id on comments
        for each row when (old.consultation_id <> new.consultation_id or old.account_id is distinct from new.account_id)
        execute function stays();

      alter table comments drop constraint comments_consultation_id_fkey, drop constraint comments_account_id_fkey;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger comments_keep_belonging on comments;
      drop trigger consultations_keep_id on consultations;
      drop trigger accounts_keep_id on accounts;
      drop trigger consultations_stay on consultations;
      drop trigger accounts_stay on accounts;
      drop trigger comments_belong on comments;
      drop function stays;
      drop function comments_belong;
      alter table comments add foreign key (consultation_id) references consultations,
        add foreign key (account_id) references accounts;`);
  }
}
