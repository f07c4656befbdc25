import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Uploaded files and their bytes, which lie outside. A row of contents is there before the bytes are and goes after them,
 * so that nothing lies in the storage that no row knows of.
 */
export class Files1763776800110 implements MigrationInterface {
  readonly name = 'Files1763776800110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table file_contents (
        hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
        size integer not null check (size between 1 and 26214400),
        brought_at timestamptz(3) not null
      );
      create index file_contents_brought on file_contents (brought_at);

      create table files (
        id uuid primary key,
        hash text not null references file_contents,
        kind text not null
          check (kind in ('pdf', 'docx', 'xlsx', 'odt', 'rtf', 'txt', 'csv', 'jpg', 'png', 'webp', 'tiff')),
        name text not null check (char_length(name) between 1 and 255),
        account_id uuid not null references accounts,
        uploaded_at timestamptz(3) not null,
        used_as text check (used_as in ('comment', 'document'))
      );
      create index files_hash on files (hash);
      create index files_account on files (account_id, uploaded_at);
      create index files_unused on files (uploaded_at) where used_as is null;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table files, file_contents');
  }
}
