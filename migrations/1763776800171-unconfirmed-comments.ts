import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Consultations that take comments without an account, and such comments until the link of a letter confirms them: a
 * day at most.
 */
export class UnconfirmedComments1763776800171 implements MigrationInterface {
  readonly name = 'UnconfirmedComments1763776800171';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table consultations add column comments_by_email boolean not null default false;

      create table unconfirmed_comments (
        token_hash bytea primary key,
        consultation_id uuid not null references consultations,
        email text not null,
        display_name text,
        said jsonb not null check (jsonb_typeof(said) = 'object'),
        sent_at timestamptz(3) not null,
        expires_at timestamptz(3) not null,
        constraint unconfirmed_comments_day check (expires_at > sent_at and expires_at <= sent_at + interval '24 hours')
      );
      create index unconfirmed_comments_consultation on unconfirmed_comments (consultation_id);
      create index unconfirmed_comments_email on unconfirmed_comments (email);
      create index unconfirmed_comments_expiry on unconfirmed_comments (expires_at);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table unconfirmed_comments; alter table consultations drop column comments_by_email');
  }
}
