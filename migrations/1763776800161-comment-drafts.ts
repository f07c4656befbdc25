import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Comments that are being written: one of a person in a consultation, for that person alone. */
export class CommentDrafts1763776800161 implements MigrationInterface {
  readonly name = 'CommentDrafts1763776800161';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table comment_drafts (
        account_id uuid not null references accounts,
        consultation_id uuid not null references consultations,
        text text not null,
        language text not null check (language in ('kk', 'ru', 'en')),
        provision_id uuid references provisions,
        show_name boolean not null,
        on_behalf_of jsonb,
        kept_at timestamptz(3) not null,
        primary key (account_id, consultation_id)
      );
      create index comment_drafts_consultation on comment_drafts (consultation_id);
      create index comment_drafts_provision on comment_drafts (provision_id) where provision_id is not null;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table comment_drafts');
  }
}
