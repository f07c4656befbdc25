import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../../src/platform/database/index.js';
import { startEmbedded, type EmbeddedServer } from '../../src/platform/database/embedded-server.js';
import { postmasterOf, putCluster } from '../database/scratch.js';
import type { TestDatabase } from './database.js';

/** What was written survives the death of processes; only a power cut would need more, at seconds for each start. */
const SETTINGS = { max_connections: '60', fsync: 'off' };

/** A server of a test's own, which dies at once, with all its processes, and comes back on the same port. */
export class KillableCluster {
  private constructor(
    private readonly dataDir: string,
    private server: EmbeddedServer,
  ) {}

  /** A migrated database on a new server. */
  static async begin(): Promise<KillableCluster> {
    const dataDir = await mkdtemp(join(tmpdir(), 'kenes-killed-'));
    await chmod(dataDir, 0o755);
    await putCluster(dataDir);
    const server = await startEmbedded({ dataDir, settings: SETTINGS });
    await migrate(server.ownerUrl, server.url);
    return new KillableCluster(dataDir, server);
  }

  /** Its database, which is dropped with the server only. */
  get database(): TestDatabase {
    const { url, ownerUrl } = this.server;
    const query: TestDatabase['query'] = (text, values) => this.query(text, values);
    return { name: 'kenes', url, ownerUrl, query, drop: () => Promise.resolve() };
  }

  /** Runs a statement as the owner, on a connection of its own. */
  async query<R extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<R[]> {
    return ask<R>(this.server.ownerUrl, text, values);
  }

  /** SIGKILL for the postmaster and everything that it started. */
  async kill(): Promise<void> {
    const { adminUrl, directory } = this.server;
    const children = await ask<{ pid: number }>(adminUrl, 'select pid from pg_stat_activity');
    const postmaster = await postmasterOf(directory);
    if (postmaster === undefined) throw new Error('The server is gone already.');
    for (const pid of [postmaster, ...children.map(({ pid }) => pid)]) killed(pid);
  }

  /** Starts the server again on what it left. */
  async start(): Promise<void> {
    const { port } = this.server;
    // Its owner gives the lost server up before it owns the next.
    await this.server.stop();
    this.server = await startEmbedded({ dataDir: this.dataDir, settings: SETTINGS, port });
  }

  async end(): Promise<void> {
    await this.server.stop();
    await rm(this.dataDir, { recursive: true, force: true });
  }
}

/** A child may have ended with its parent. */
function killed(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function ask<R extends pg.QueryResultRow>(url: string, text: string, values: unknown[] = []): Promise<R[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<R>(text, values)).rows;
  } finally {
    await client.end();
  }
}
