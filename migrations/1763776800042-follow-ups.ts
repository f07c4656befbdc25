import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Measures that bodies owe after assessments and recommendations, and what they report of them. */
export class FollowUps1763776800042 implements MigrationInterface {
  readonly name = 'FollowUps1763776800042';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table follow_ups (
        id uuid primary key,
        version integer not null,
        state text not null check (state in ('promised', 'in_progress', 'reported', 'refused', 'verified')),
        assessment_id uuid references assessments,
        indicator text,
        recommendation_id uuid references recommendations,
        council_id uuid not null references councils,
        body_id uuid not null references bodies,
        measure jsonb not null check (measure ?& array['kk', 'ru']),
        milestones jsonb not null,
        promised_on date not null,
        due_on date not null,
        refusal_reasons jsonb check (refusal_reasons ?& array['kk', 'ru']),
        refused_at timestamptz(3),
        verdict text check (verdict in ('fulfilled', 'partly', 'not_fulfilled')),
        grounds jsonb check (grounds ?& array['kk', 'ru']),
        verified_at timestamptz(3),
        check (num_nonnulls(assessment_id, recommendation_id) = 1),
        check (indicator is null or assessment_id is not null),
        check ((state = 'refused') = (refusal_reasons is not null)),
        check ((state = 'verified') = (verdict is not null))
      );
      create index follow_ups_assessment on follow_ups (assessment_id, indicator);
      create index follow_ups_recommendation on follow_ups (recommendation_id);
      create index follow_ups_council on follow_ups (council_id);
      create index follow_ups_body on follow_ups (body_id);
      create index follow_ups_due on follow_ups (due_on, id);

      create table follow_up_reports (
        id uuid primary key,
        follow_up_id uuid not null references follow_ups,
        kind text not null check (kind in ('progress', 'completion')),
        note jsonb not null check (note ?& array['kk', 'ru']),
        evidence jsonb not null,
        reported_at timestamptz(3) not null
      );
      create index follow_up_reports_follow_up on follow_up_reports (follow_up_id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table follow_up_reports, follow_ups');
  }
}
