import type { TestDatabase } from '../support/database.js';

/** Copies the first comment of a consultation so many times, each with a long text, behind all that are there. */
export async function manyComments(database: TestDatabase, consultationId: string, count: number): Promise<void> {
  const names = (
    await database.query<{ name: string }>(
      `select column_name::text as name from information_schema.columns
        where table_schema = 'public' and table_name = 'comments' and is_generated = 'NEVER'`,
    )
  ).map(({ name }) => name);
  await database.query(
    `insert into comments (${names.join(', ')})
     select ${names.map((name) => `made.${name}`).join(', ')}
       from (select * from comments where consultation_id = $1 order by number limit 1) origin,
         (select max(number) as last from comments where consultation_id = $1) behind, generate_series(1, $2::int) n,
         jsonb_populate_record(null::comments, to_jsonb(origin) || jsonb_build_object(
           'id', gen_random_uuid(), 'number', behind.last + n, 'receipt', 'COPY' || n || origin.id,
           'first_of_participant', false, 'idempotency_key', null, 'idempotency_hash', null, 'repeat_hash', null,
           'text', repeat('Шу ' || n || ' ', 800))) made`,
    [consultationId, count],
  );
}
