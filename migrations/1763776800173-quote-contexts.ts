import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The words around a quote, and the quote in a comment that is being written. */
export class QuoteContexts1763776800173 implements MigrationInterface {
  readonly name = 'QuoteContexts1763776800173';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table comments
        add column quote_context jsonb constraint comments_quote_context check (
          quote_context is null or (quote is not null and provision_id is not null));
      alter table comment_drafts add column quote text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table comment_drafts drop column quote;
      alter table comments drop column quote_context`);
  }
}
