import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Assessments with what they are made of, and their published versions. */
export class Assessments1763776800041 implements MigrationInterface {
  readonly name = 'Assessments1763776800041';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table assessments (
        id uuid primary key,
        version integer not null,
        state text not null check (state in
          ('planned', 'collecting', 'in_review', 'awaiting_reply', 'adopted', 'published')),
        edition integer not null check (edition >= 1),
        correction jsonb check (correction ?& array['kk', 'ru']),
        methodology_id uuid not null references methodologies,
        body_id uuid not null references bodies,
        council_id uuid not null references councils,
        from_on date not null,
        to_on date not null,
        reply_requested_on date,
        reply_term jsonb,
        due_on date,
        provisional boolean not null,
        reply jsonb check (reply->'text' ?& array['kk', 'ru']),
        replied_at timestamptz(3),
        adopted_on date,
        workings jsonb,
        published_at timestamptz(3),
        check (from_on <= to_on),
        check ((edition = 1) = (correction is null)),
        check ((state in ('adopted', 'published')) = (workings is not null)),
        check ((state = 'published') = (published_at is not null))
      );
      create index assessments_methodology on assessments (methodology_id);
      create index assessments_body on assessments (body_id);
      create index assessments_council on assessments (council_id);

      create table assessment_assessors (
        assessment_id uuid not null references assessments,
        member_id uuid not null references members,
        seat text not null check (seat in ('civil_society', 'state_body')),
        primary key (assessment_id, member_id)
      );
      create index assessment_assessors_member on assessment_assessors (member_id);

      create table assessment_values (
        assessment_id uuid not null references assessments,
        indicator text not null,
        status text not null check (status in ('value', 'missing', 'not_applicable')),
        value text,
        evidence jsonb not null,
        dispute jsonb,
        entered_at timestamptz(3) not null,
        primary key (assessment_id, indicator),
        check ((status = 'value') = (value is not null))
      );

      create table assessment_judgements (
        assessment_id uuid not null references assessments,
        indicator text not null,
        member_id uuid not null references members,
        score text not null,
        grounds text not null,
        judged_at timestamptz(3) not null,
        primary key (assessment_id, indicator, member_id)
      );
      create index assessment_judgements_member on assessment_judgements (member_id);

      create table assessment_editions (
        assessment_id uuid not null references assessments,
        number integer not null check (number >= 1),
        record jsonb not null,
        workings jsonb not null,
        weak text[] not null,
        published_at timestamptz(3) not null,
        published_on date not null,
        announced_at timestamptz(3),
        gaps_term jsonb not null,
        gaps_due_on date not null,
        provisional boolean not null,
        primary key (assessment_id, number)
      );
      create index assessment_editions_unannounced on assessment_editions (published_at) where announced_at is null;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table assessment_editions, assessment_judgements, assessment_values, assessment_assessors, assessments',
    );
  }
}
