import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What people follow, until they stop. What else can be followed one day gets a column beside `consultation_id`. Acts on
 * comments and opinions are found in the journal by their consultation; only entries of the few kinds that are told to
 * followers pay for that index, admission pays nothing.
 */
export class Subscriptions1763776800175 implements MigrationInterface {
  readonly name = 'Subscriptions1763776800175';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table subscriptions (
        id uuid primary key,
        account_id uuid not null references accounts,
        consultation_id uuid not null references consultations,
        token text not null check (length(token) = 43),
        followed_at timestamptz(3) not null,
        seen_at timestamptz(3) not null,
        seen_seq bigint not null check (seen_seq >= 0)
      );
      create unique index subscriptions_consultation on subscriptions (account_id, consultation_id);
      create index subscriptions_account on subscriptions (account_id, id);
      create index subscriptions_of_consultation on subscriptions (consultation_id);
      create unique index subscriptions_token on subscriptions (token);

      create index journal_consultation on journal ((entry::jsonb #>> '{data,consultationId}'), seq)
        where what in ('comment.answered', 'comment.answer-revised', 'opinion.given', 'opinion.entered', 'opinion.answered');`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index journal_consultation; drop table subscriptions');
  }
}
