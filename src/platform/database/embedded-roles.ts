import { escapeIdentifier, escapeLiteral, type Client } from 'pg';
import { type Passwords } from './embedded-cluster.js';
import { adminClient } from './embedded-owner.js';

/**
 * Makes what is missing of the two logins and the database: kenes_owner owns it and may make others, kenes_app may
 * only connect; grants on tables come with the tables. Run by the owner of the server only.
 */
export async function ensureDatabase(port: number, passwords: Passwords, database: string): Promise<void> {
  await withClient(adminClient(port, passwords.postgres, 'postgres'), async (client) => {
    await ensureRole(client, 'kenes_owner', `createdb password ${escapeLiteral(passwords.kenes_owner)}`);
    await ensureRole(client, 'kenes_app', `password ${escapeLiteral(passwords.kenes_app)}`);
    if (await isIn(client, 'select from pg_database where datname = $1', database)) return;
    const name = escapeIdentifier(database);
    await client.query(`create database ${name} owner kenes_owner encoding 'UTF8' template template0`);
  });
  await withClient(adminClient(port, passwords.postgres, database), (client) =>
    client.query('revoke create on schema public from public'),
  );
}

async function ensureRole(client: Client, role: string, options: string): Promise<void> {
  if (await isIn(client, 'select from pg_roles where rolname = $1', role)) return;
  await client.query(`create role ${role} login ${options}`);
}

async function isIn(client: Client, query: string, name: string): Promise<boolean> {
  return (await client.query(query, [name])).rowCount === 1;
}

async function withClient(client: Client, work: (client: Client) => Promise<unknown>): Promise<void> {
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
