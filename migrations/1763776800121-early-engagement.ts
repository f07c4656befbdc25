import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What precedes a draft law: the consultative document that was discussed, or the exemption from it. */
export class EarlyEngagement1763776800121 implements MigrationInterface {
  readonly name = 'EarlyEngagement1763776800121';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table consultations
        add consultative_document_id uuid references consultations,
        add exemption text check (exemption ~ '^[a-z]+(_[a-z]+)*$'),
        add constraint consultations_early_engagement check (consultative_document_id is null or exemption is null);
      create index consultations_consultative_document on consultations (consultative_document_id)
        where consultative_document_id is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table consultations drop column consultative_document_id, drop column exemption');
  }
}
