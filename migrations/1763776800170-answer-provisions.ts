import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The provision that an answer leads to. */
export class AnswerProvisions1763776800170 implements MigrationInterface {
  readonly name = 'AnswerProvisions1763776800170';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table comments
        add column answer_provision_id uuid references provisions
          constraint comments_answer_provision check (answer_provision_id is null or state = 'answered');
      create index comments_answer_provision on comments (answer_provision_id) where answer_provision_id is not null;
      alter table earlier_answers add column provision_id uuid references provisions;
      create index earlier_answers_provision on earlier_answers (provision_id) where provision_id is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table earlier_answers drop column provision_id;
      alter table comments drop column answer_provision_id`);
  }
}
