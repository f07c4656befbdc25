import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Consultations, the numbered versions of their texts, provisions with stable ids, and the councils notified. */
export class Consultations1763776800030 implements MigrationInterface {
  readonly name = 'Consultations1763776800030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table consultations (
        id uuid primary key,
        version integer not null,
        state text not null,
        body_id uuid not null references bodies,
        stage text not null check (stage in ('consultative_document', 'draft')),
        act_type text not null check (act_type in ('law', 'presidential_decree', 'government_decree',
          'ministerial_order', 'maslikhat_decision', 'akimat_decision', 'other')),
        category text not null check (category ~ '^[a-z]+(-[a-z]+)*$'),
        public_service boolean not null,
        special_regime text check (special_regime in ('five', 'two')),
        title jsonb not null check (title ?& array['kk', 'ru']),
        summary jsonb not null check (summary ?& array['kk', 'ru']),
        objectives jsonb not null check (objectives ?& array['kk', 'ru']),
        questions jsonb not null check (jsonb_typeof(questions) = 'array'),
        explanatory_note jsonb check (explanatory_note ?& array['kk', 'ru']),
        current_version integer not null check (current_version > 0),
        first_public_version integer check (first_public_version <= current_version),
        published_on date,
        closes_on date not null,
        answers_term jsonb,
        answers_due_on date,
        answers_due_provisional boolean,
        reported_on date,
        concluded_on date,
        result text check (result in ('adopted', 'rejected')),
        adopted_act jsonb,
        conclusion_reasons jsonb check (conclusion_reasons ?& array['kk', 'ru']),
        withdrawn_on date,
        withdrawal_reasons jsonb check (withdrawal_reasons ?& array['kk', 'ru']),
        constraint consultations_state check (state in ('draft', 'published', 'withdrawn', 'reported', 'concluded')),
        constraint consultations_publication check (
          (published_on is null) = (answers_due_on is null)
          and (published_on is null) = (answers_due_provisional is null)
          and (published_on is null) = (answers_term is null)
          and (published_on is null) = (first_public_version is null)
          and case state when 'draft' then published_on is null when 'withdrawn' then true
            else published_on is not null end),
        constraint consultations_report check ((state in ('reported', 'concluded')) = (reported_on is not null)),
        constraint consultations_conclusion check (
          (state = 'concluded') = (concluded_on is not null) and (concluded_on is null) = (result is null)),
        constraint consultations_withdrawal check (
          (state = 'withdrawn') = (withdrawn_on is not null)
          and (withdrawn_on is null) = (withdrawal_reasons is null))
      );
      create index consultations_body on consultations (body_id, published_on desc, id desc);
      create index consultations_published on consultations (published_on desc, id desc)
        where published_on is not null;

      create table draft_versions (
        id uuid primary key,
        consultation_id uuid not null references consultations,
        number integer not null check (number > 0),
        made_at timestamptz(3) not null,
        note jsonb check (note ?& array['kk', 'ru'])
      );
      create unique index draft_versions_number on draft_versions (consultation_id, number);

      create table provisions (
        id uuid primary key,
        consultation_id uuid not null references consultations
      );
      create index provisions_consultation on provisions (consultation_id);

      create table provision_texts (
        provision_id uuid not null references provisions,
        version integer not null check (version > 0),
        position integer not null check (position > 0),
        level text check (level in ('section', 'article', 'paragraph')),
        number text,
        heading jsonb check (heading ?& array['kk', 'ru']),
        text jsonb not null check (text ?& array['kk', 'ru']),
        primary key (provision_id, version)
      );

      create table consultation_councils (
        id uuid primary key,
        consultation_id uuid not null references consultations,
        council_id uuid not null references councils,
        notified_on date,
        opinion_term jsonb,
        opinion_due_on date,
        opinion_due_provisional boolean,
        constraint consultation_councils_notice check (
          (notified_on is null) = (opinion_term is null) and (notified_on is null) = (opinion_due_on is null)
          and (notified_on is null) = (opinion_due_provisional is null))
      );
      create unique index consultation_councils_once on consultation_councils (consultation_id, council_id);
      create index consultation_councils_council on consultation_councils (council_id);

      alter table agenda_items add foreign key (consultation_id) references consultations;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table agenda_items drop constraint agenda_items_consultation_id_fkey');
    await runner.query('drop table consultation_councils, provision_texts, provisions, draft_versions, consultations');
  }
}
