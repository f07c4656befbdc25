import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Opinions on drafts (K1–K6): of notified councils, of organisations on paper, and the answers of the bodies. */
export class Opinions1763776800103 implements MigrationInterface {
  readonly name = 'Opinions1763776800103';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table opinions (
        id uuid primary key,
        version integer not null,
        state text not null check (state in ('given', 'answered')),
        consultation_id uuid not null references consultations,
        body_id uuid not null references bodies,
        draft_version integer not null check (draft_version > 0),
        channel text not null check (channel in ('public_council', 'business', 'npo')),
        council_id uuid references councils,
        organization jsonb check (organization ?& array['kk', 'ru']),
        agenda_item_id uuid references agenda_items,
        stance text not null check (stance in ('for', 'remarks', 'against')),
        text jsonb not null check (text ?& array['kk', 'ru']),
        received_on date not null,
        entered_on date not null check (entered_on >= received_on),
        term_rule text,
        term_ends_on date,
        late boolean not null,
        response_term jsonb,
        due_on date,
        provisional boolean not null,
        answered_on date,
        decision text check (decision in ('accepted', 'partly', 'rejected')),
        letter jsonb check (letter ?& array['kk', 'ru']),
        reasons jsonb check (reasons ?& array['kk', 'ru']),
        signed_by text,
        constraint opinions_source check (
          (channel = 'public_council') = (council_id is not null) and (council_id is null) = (organization is not null)
          and (council_id is null) = (term_rule is null) and (council_id is null) = (term_ends_on is null)
          and (agenda_item_id is null or council_id is not null)),
        constraint opinions_due check (
          (due_on is null) = late and (due_on is null) = (response_term is null) and (due_on is not null or not provisional)),
        constraint opinions_response check (
          (state = 'answered') = (answered_on is not null) and (answered_on is null) = (decision is null)
          and (answered_on is null) = (signed_by is null)
          and (decision is null or decision = 'rejected' or letter is not null)
          and (decision is null or decision = 'accepted' or reasons is not null)
          and (decision is not null or (letter is null and reasons is null)))
      );
      create unique index opinions_once on opinions (consultation_id, council_id);
      create index opinions_council on opinions (council_id);
      create index opinions_body on opinions (body_id);
      create index opinions_agenda_item on opinions (agenda_item_id);
      create index opinions_due on opinions (due_on) where state = 'given';`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table opinions');
  }
}
