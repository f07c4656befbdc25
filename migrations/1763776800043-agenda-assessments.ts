import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An agenda item's assessment exists. */
export class AgendaAssessments1763776800043 implements MigrationInterface {
  readonly name = 'AgendaAssessments1763776800043';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table agenda_items add foreign key (assessment_id) references assessments');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table agenda_items drop constraint agenda_items_assessment_id_fkey');
  }
}
