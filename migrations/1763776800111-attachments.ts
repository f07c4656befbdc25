import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Files of comments and documents of consultations. A comment's files are written before the comment in one transaction,
 * so the key is looked at when it ends. What was published is never removed, which the foreign keys see to.
 */
export class Attachments1763776800111 implements MigrationInterface {
  readonly name = 'Attachments1763776800111';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table comment_files (
        file_id uuid primary key references files,
        comment_id uuid not null references comments deferrable initially deferred,
        position integer not null check (position between 1 and 5)
      );
      create unique index comment_files_position on comment_files (comment_id, position);

      create table consultation_documents (
        id uuid primary key,
        version integer not null,
        consultation_id uuid not null references consultations,
        file_id uuid not null references files,
        kind text not null check (kind in ('explanatory_note', 'comparative_table', 'calculations', 'other')),
        title jsonb not null check (title ?& array['kk', 'ru']),
        added_at timestamptz(3) not null,
        replaces_id uuid references consultation_documents
      );
      create unique index consultation_documents_file on consultation_documents (file_id);
      create index consultation_documents_listed on consultation_documents (consultation_id, id);
      create unique index consultation_documents_replaces on consultation_documents (replaces_id)
        where replaces_id is not null;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table consultation_documents, comment_files');
  }
}
