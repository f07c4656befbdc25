import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from '../../../migrations/index.js';
import { setting, withDatabase, type TestDatabase } from '../../support/database.js';

/** A database as an earlier version of the product left it. */
export interface Landing {
  /** The day on which the version landed and the database was made. */
  readonly day: string;
  /** Names of the migrations that had run, in their order. */
  readonly migrations: readonly string[];
  /** Rows in PostgreSQL's JSON, table by table. */
  readonly tables: ReadonlyMap<string, readonly string[]>;
}

/** Every landing whose snapshot is kept, oldest first. */
export const LANDINGS = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.jsonl.gz'))
  .sort();

export function readLanding(file: string): Landing {
  const text = gunzipSync(readFileSync(join(import.meta.dirname, file))).toString('utf8');
  const [header = '', ...lines] = text.split('\n');
  const tables = new Map<string, string[]>();
  for (const line of lines) {
    const [table = '', row = ''] = line.split('\t', 2);
    tables.set(table, [...(tables.get(table) ?? []), row]);
  }
  const { landing, migrations: ran } = JSON.parse(header) as { landing: string; migrations: string[] };
  return { day: landing, migrations: ran, tables };
}

/** Runs exactly the landing's migrations on an empty database and puts its rows in. Throws when one of them is gone. */
export async function restore(landing: Landing, database: TestDatabase): Promise<void> {
  const chosen = landing.migrations.map((name) => {
    const migration = migrations.find((one) => one.name === name);
    if (!migration) throw new Error(`${name} had landed: it must stay in migrations/index.ts.`);
    return migration;
  });
  const owner = new DataSource({ type: 'postgres', url: database.ownerUrl, migrations: chosen });
  await owner.initialize();
  await owner.runMigrations({ transaction: 'each' });
  await owner.destroy();
  await fill(database, landing.tables);
}

/** Lets every numbering column go on after its highest number, as a dump does. */
const NUMBERING_ON = `do $$ declare c record; begin
  for c in select quote_ident(table_name) as t, quote_ident(column_name) as n from information_schema.columns
    where table_schema = 'public' and is_identity = 'YES'
  loop
    execute format('select setval(pg_get_serial_sequence(%L, %L), coalesce(max(%s), 0) + 1, false) from %s',
      c.t, c.n, c.n, c.t);
  end loop;
end $$`;

/** As a restore does: rows go in whatever triggers and foreign keys would say, and nothing the migrations wrote stays. */
async function fill({ name }: TestDatabase, tables: Landing['tables']): Promise<void> {
  const client = new pg.Client({ connectionString: withDatabase(setting('KENES_TEST_ADMIN_URL'), name) });
  await client.connect();
  try {
    await client.query('set session_replication_role = replica');
    await client.query(`truncate ${[...tables.keys()].join(', ')}`);
    for (const [table, rows] of tables) {
      const columns = (await columnsOf(client, table)).join(', ');
      await client.query(
        `insert into ${table} (${columns}) overriding system value
         select ${columns} from unnest($1::json[]) row, json_populate_record(null::${table}, row)`,
        [rows],
      );
    }
    await client.query(NUMBERING_ON);
  } finally {
    await client.end();
  }
}

async function columnsOf(client: pg.Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select quote_ident(column_name) as name from information_schema.columns
      where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER' order by ordinal_position`,
    [table],
  );
  return rows.map(({ name }) => name);
}
