import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Completion reports of consultations: figures frozen on the day of publication. */
export class Reports1763776800038 implements MigrationInterface {
  readonly name = 'Reports1763776800038';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table consultation_reports (
        id uuid primary key,
        version integer not null,
        consultation_id uuid not null references consultations,
        published_at timestamptz(3) not null,
        published_on date not null,
        last_answer_on date,
        due_on date not null,
        due_provisional boolean not null,
        summary jsonb check (summary ?& array['kk', 'ru']),
        counts jsonb not null check (counts ?& array['total', 'withdrawn', 'answered', 'answeredOnTime'])
      );
      create unique index consultation_reports_consultation on consultation_reports (consultation_id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table consultation_reports');
  }
}
