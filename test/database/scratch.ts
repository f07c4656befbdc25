import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { setting } from '../support/database.js';
import { until } from '../support/until.js';

/** True when the tests run as root, where PostgreSQL runs as another user. */
export const AS_ROOT = process.getuid?.() === 0;

/** What a test file puts on the machine, to be cleared away at its end. */
export class Scratch {
  private readonly leftovers: (() => Promise<unknown>)[] = [];

  /** A new folder that every user may enter, as a project's usually is; its server, if any, is ended at last. */
  async folder(): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'kenes-embedded-'));
    this.atEnd(() => wipe(join(folder, 'postgres')));
    await chmod(folder, 0o755);
    return folder;
  }

  /** Such a folder with a cluster that has not run yet. */
  async cluster(): Promise<string> {
    const folder = await this.folder();
    await putCluster(folder);
    return folder;
  }

  /** Has the work done at the end, before what was asked for earlier. */
  atEnd(work: () => Promise<unknown>): void {
    this.leftovers.unshift(work);
  }

  /** Clears everything away. */
  async clear(): Promise<void> {
    for (const work of this.leftovers.splice(0)) await work();
  }
}

/** Puts a stopped cluster where the embedded server of that folder is to find it. */
export async function putCluster(dataDir: string): Promise<void> {
  await promisify(execFile)('cp', ['-a', setting('KENES_TEST_BLANK'), join(dataDir, 'postgres')]);
}

/** The rows of one query on a connection of its own. */
export async function ask<Row extends object>(url: string, query: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(query)).rows;
  } finally {
    await client.end();
  }
}

/** The pid in the cluster's lock file, or undefined when there is none. */
export async function postmasterOf(directory: string): Promise<number | undefined> {
  const text = await readFile(join(directory, 'postmaster.pid'), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : Number.parseInt(text, 10);
}

/** Ends whatever server runs on the cluster and removes the folder above it. */
export async function wipe(directory: string): Promise<void> {
  const pid = await postmasterOf(directory);
  if (pid !== undefined && (await commandOf(pid)) === 'postgres') {
    process.kill(pid, 'SIGINT');
    await until(async () => (await postmasterOf(directory)) === undefined);
  }
  await rm(dirname(directory), { recursive: true, force: true, maxRetries: 5 });
}

async function commandOf(pid: number): Promise<string> {
  return (await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => 'postgres')).trim();
}
