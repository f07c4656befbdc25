import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Comments that came to the body on paper or by e-mail. What everybody may know of the letter stands beside the comment;
 * the rest, its author above all, is a record for the officers of the body.
 */
export class PaperComments1763776800160 implements MigrationInterface {
  readonly name = 'PaperComments1763776800160';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table comments
        add column received_on date,
        add column author_name text,
        add column on_behalf_of jsonb
          constraint comments_on_behalf_of check (jsonb_typeof(on_behalf_of -> 'name') = 'string' and on_behalf_of ? 'bin'),
        drop constraint comments_channel_check,
        add constraint comments_channel_check check (
          channel in ('public', 'public_council', 'business', 'npo', 'expertise', 'paper', 'email')),
        add constraint comments_letter check (
          (received_on is null or account_id is null) and (author_name is null or received_on is not null)
          and (channel <> 'email' or received_on is not null));

      alter table files
        drop constraint files_used_as_check,
        add constraint files_used_as_check check (used_as in ('comment', 'document', 'scan'));

      create table paper_comments (
        comment_id uuid primary key references comments,
        author_name text,
        on_behalf_of jsonb,
        scan_id uuid references files,
        entered_by uuid not null references accounts,
        constraint paper_comments_author check (author_name is not null or on_behalf_of is not null)
      );
      create unique index paper_comments_scan on paper_comments (scan_id) where scan_id is not null;
      create index paper_comments_entered_by on paper_comments (entered_by);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table paper_comments;
      alter table files
        drop constraint files_used_as_check,
        add constraint files_used_as_check check (used_as in ('comment', 'document'));
      alter table comments
        drop constraint comments_letter,
        drop column received_on, drop column author_name, drop column on_behalf_of,
        drop constraint comments_channel_check,
        add constraint comments_channel_check check (
          channel in ('public', 'public_council', 'business', 'npo', 'expertise', 'paper'))`);
  }
}
