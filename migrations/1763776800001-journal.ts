import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The append-only record of acts and the one row that numbers it. */
export class Journal1763776800001 implements MigrationInterface {
  readonly name = 'Journal1763776800001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table journal (
        seq bigint primary key,
        at timestamptz(3) not null,
        actor_kind text not null check (actor_kind in ('anonymous', 'account', 'operator', 'system')),
        actor_id uuid,
        what text not null,
        subject_kind text not null,
        subject_id text not null,
        public boolean not null,
        entry text not null,
        leaf_hash bytea not null check (octet_length(leaf_hash) = 32)
      );
      create index journal_subject on journal (subject_kind, subject_id, seq);
      create index journal_kind on journal (subject_kind, seq);
      create index journal_at on journal (at, seq);

      create table journal_head (
        only_row boolean primary key default true check (only_row),
        seq bigint not null,
        at timestamptz(3) not null
      );
      insert into journal_head (seq, at) values (0, '-infinity');

      create function journal_is_append_only() returns trigger language plpgsql as $$
      begin
        raise exception 'the journal is append-only' using errcode = 'restrict_violation';
      end $$;
      create trigger journal_no_change before update or delete on journal
        for each row execute function journal_is_append_only();
      create trigger journal_no_truncate before truncate on journal
        for each statement execute function journal_is_append_only();
      create trigger journal_head_stays before delete or truncate on journal_head
        for each statement execute function journal_is_append_only();`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table journal, journal_head; drop function journal_is_append_only()');
  }
}
