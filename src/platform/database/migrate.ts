import pg from 'pg';
import { DataSource } from 'typeorm';
import { runMigrations as runWorkerMigrations } from 'graphile-worker';
import { migrations } from '../../../migrations/index.js';

/** Any number of ours: it keeps two processes from migrating at once. */
const MIGRATION_LOCK = 7_206_551;
const OLDEST_SERVER = 150_000;

/** Tables the application may only add to: acts are recorded, never rewritten. */
const INSERT_ONLY = ['journal'];
/** Tables the application may read and update but neither fill nor empty. */
const ONE_ROW = ['journal_head'];
const READ_ONLY = ['migrations'];

/** A database that cannot carry Kenes: wrong encoding or too old a server. */
export class UnsuitableDatabase extends Error {}

/**
 * Brings the database to this version as its owner and gives the application's login what it needs.
 * Safe to start in two processes at once. Returns the names of the migrations that ran.
 */
export async function migrate(ownerUrl: string, applicationUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await refuseUnsuitable(client);
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const ran = await runOurs(ownerUrl);
    await runWorkerMigrations({ connectionString: ownerUrl });
    await grantAccess(client, applicationUrl);
    return ran;
  } finally {
    await client.end();
  }
}

async function refuseUnsuitable(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ encoding: string; version: number }>(
    `select current_setting('server_encoding') as encoding, current_setting('server_version_num')::int as version`,
  );
  const [server] = rows;
  if (server?.encoding !== 'UTF8') {
    throw new UnsuitableDatabase(`The database's encoding is ${server?.encoding ?? 'unknown'}; Kenes needs UTF8.`);
  }
  if (server.version < OLDEST_SERVER) throw new UnsuitableDatabase('Kenes needs PostgreSQL 15 or newer.');
}

async function runOurs(ownerUrl: string): Promise<string[]> {
  const owner = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations: [...migrations],
    migrationsTransactionMode: 'each',
  });
  await owner.initialize();
  try {
    return (await owner.runMigrations()).map(({ name }) => name);
  } finally {
    await owner.destroy();
  }
}

async function grantAccess(client: pg.Client, applicationUrl: string): Promise<void> {
  const login = decodeURIComponent(new URL(applicationUrl).username);
  const { rows } = await client.query<{ owner: string }>('select current_user as owner');
  if (rows[0]?.owner === login) return;
  const role = client.escapeIdentifier(login);
  await client.query(`
    grant usage on schema public, graphile_worker to ${role};
    grant select, insert, update, delete on all tables in schema public to ${role};
    revoke update, delete, truncate on ${INSERT_ONLY.join(', ')} from ${role};
    revoke insert, delete, truncate on ${ONE_ROW.join(', ')} from ${role};
    revoke insert, update, delete on ${READ_ONLY.join(', ')} from ${role};
    grant select, insert, update, delete on all tables in schema graphile_worker to ${role};
    grant usage on all sequences in schema graphile_worker to ${role};
    grant execute on all functions in schema graphile_worker to ${role};`);
  await allowWorkerRows(client, login, role);
}

/** The worker's tables have row security without policies: without these, jobs would be invisible and never run. */
async function allowWorkerRows(client: pg.Client, login: string, role: string): Promise<void> {
  const { rows } = await client.query<{ table: string }>(
    `select c.oid::regclass::text as table from pg_class c
      where c.relnamespace = 'graphile_worker'::regnamespace and c.relkind = 'r' and c.relrowsecurity
        and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = $1)`,
    [`kenes_${login}`],
  );
  const policy = client.escapeIdentifier(`kenes_${login}`);
  for (const { table } of rows) {
    await client.query(`create policy ${policy} on ${table} for all to ${role} using (true) with check (true)`);
  }
}
