import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What participants say in a consultation, the body's answers, and the numbers both are counted by. */
export class Comments1763776800035 implements MigrationInterface {
  readonly name = 'Comments1763776800035';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table comments (
        id uuid primary key,
        version integer not null,
        consultation_id uuid not null references consultations,
        number integer not null check (number > 0),
        state text not null,
        channel text not null check (channel in ('public', 'public_council', 'business', 'npo', 'expertise', 'paper')),
        language text not null check (language in ('kk', 'ru', 'en')),
        text text not null,
        text_hash text not null check (length(text_hash) = 64),
        provision_id uuid references provisions,
        version_number integer,
        quote text,
        show_name boolean not null,
        account_id uuid references accounts,
        participant integer not null check (participant > 0),
        first_of_participant boolean not null,
        accepted_at timestamptz(3) not null,
        receipt text not null,
        answered_at timestamptz(3),
        answered_by uuid references accounts,
        outcome text check (outcome in ('accepted', 'partly', 'declined')),
        reasons jsonb check (reasons ?& array['kk', 'ru']),
        group_id uuid,
        withdrawn_at timestamptz(3),
        constraint comments_state check (state in ('accepted', 'answered', 'withdrawn')),
        constraint comments_answer check (
          (state = 'answered') = (answered_at is not null and outcome is not null and reasons is not null)),
        constraint comments_withdrawal check ((state = 'withdrawn') = (withdrawn_at is not null))
      );
      create unique index comments_number on comments (consultation_id, number);
      create unique index comments_receipt on comments (receipt);
      create unique index comments_participant on comments (account_id, consultation_id) where first_of_participant;
      create index comments_account on comments (account_id, accepted_at, id);
      create index comments_provision on comments (provision_id, number) where provision_id is not null;
      create index comments_unanswered on comments (consultation_id, number) where state = 'accepted';
      create index comments_answered_by on comments (answered_by) where answered_by is not null;
      create index comments_group on comments (group_id) where group_id is not null;

      create table comment_counters (
        consultation_id uuid primary key references consultations,
        comments integer not null check (comments >= 0),
        participants integer not null check (participants >= 0)
      );`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table comment_counters, comments');
  }
}
