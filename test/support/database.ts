import pg from 'pg';

/** A database of its own for one test file, cloned from the migrated template. */
export interface TestDatabase {
  readonly name: string;
  readonly url: string;
  readonly ownerUrl: string;
  /** Runs a statement as the owner. */
  query<R extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<R[]>;
  drop(): Promise<void>;
}

let made = 0;

/** A copy of the migrated template with the facts, or of another template: `template0` is empty. */
export async function cloneDatabase(template = 'kenes'): Promise<TestDatabase> {
  made += 1;
  const name = `kenes_${process.pid}_${made}`;
  await asAdmin(`create database ${name} template ${template} strategy file_copy owner kenes_owner`);
  const ownerUrl = withDatabase(setting('KENES_TEST_OWNER_URL'), name);
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 2 });
  pool.on('error', () => undefined);
  return {
    name,
    url: withDatabase(setting('KENES_TEST_URL'), name),
    ownerUrl,
    query: async <R extends pg.QueryResultRow>(text: string, values?: unknown[]) =>
      (await pool.query<R>(text, values)).rows,
    drop: async () => {
      await pool.end();
      await asAdmin(`drop database ${name} with (force)`);
    },
  };
}

export function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: the tests are started by npm test.`);
  return value;
}

async function asAdmin(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: setting('KENES_TEST_ADMIN_URL') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The same login in another database of the server. */
export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}
