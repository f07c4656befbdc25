import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What councils ask of government bodies, the terms of reply, and the replies. */
export class Recommendations1763776800021 implements MigrationInterface {
  readonly name = 'Recommendations1763776800021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table recommendations (
        id uuid primary key,
        version integer not null,
        state text not null check (state in ('adopted', 'sent', 'answered')),
        council_id uuid not null references councils,
        agenda_item_id uuid not null references agenda_items,
        body_id uuid not null references bodies,
        power text not null,
        text jsonb not null check (text ?& array['kk', 'ru']),
        adopted_on date not null,
        sent_on date,
        reply_rule text,
        term jsonb,
        due_on date,
        provisional boolean not null,
        answered_on date,
        decision text check (decision in ('accepted', 'partly', 'declined')),
        reasons jsonb check (reasons ?& array['kk', 'ru']),
        signed_by text,
        constraint recommendations_sent check (
          (state = 'adopted') = (sent_on is null) and (sent_on is null) = (due_on is null)
          and (sent_on is null) = (reply_rule is null) and (sent_on is null) = (term is null)),
        constraint recommendations_reply check (
          (state = 'answered') = (answered_on is not null) and (answered_on is null) = (decision is null)
          and (answered_on is null) = (reasons is null) and (answered_on is null) = (signed_by is null))
      );
      create index recommendations_council on recommendations (council_id);
      create index recommendations_agenda_item on recommendations (agenda_item_id);
      create index recommendations_body on recommendations (body_id);
      create index recommendations_due on recommendations (due_on) where state = 'sent';`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table recommendations');
  }
}
