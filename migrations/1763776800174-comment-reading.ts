import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What lists of comments show without looking it up for each of them: how many files came, and what became of the place. */
export class CommentReading1763776800174 implements MigrationInterface {
  readonly name = 'CommentReading1763776800174';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table comments add column files integer not null default 0 constraint comments_files check (files >= 0);
      update comments c set files = t.count
      from (select comment_id, count(*)::int as count from comment_files group by comment_id) t where t.comment_id = c.id`);
    // In a language that is not inlined: the statements that use it would else open its tables each time, also where no
    // comment is about an older version.
    await runner.query(`
      create function provision_place(provision uuid, commented integer, latest integer) returns text
      language plpgsql stable as $$
      begin
        return coalesce((
          select case when n.text = t.text and n.heading is not distinct from t.heading then 'same' else 'changed' end
          from provision_texts n
            left join provision_texts t on t.provision_id = n.provision_id and t.version = commented
          where n.provision_id = provision and n.version = latest), 'gone');
      end $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function provision_place; alter table comments drop column files');
  }
}
