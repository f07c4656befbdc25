import type { TestDatabase } from './database.js';

const TABLES = [
  ...['imports', 'imported_comments', 'consultations', 'draft_versions', 'provisions', 'provision_texts'],
  ...['comments', 'comment_counters', 'bodies', 'journal'],
];

/** All rows that an import may write, table by table, in an order of their own: equal when nothing was changed. */
export async function rowsOf(database: TestDatabase): Promise<Record<string, unknown>> {
  const rows = await Promise.all(TABLES.map((table) => database.query(`select t::text from ${table} t order by 1`)));
  return Object.fromEntries(TABLES.map((table, at) => [table, rows[at]]));
}
