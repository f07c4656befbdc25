import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { createApplication } from '../../dist/src/application.js';
import { loadFacts } from '../../dist/src/facts.js';
import { readEnv } from '../../dist/src/platform/config/index.js';
import { migrate } from '../../dist/src/platform/database/index.js';
import { startEmbedded } from '../../dist/src/platform/database/embedded-server.js';
import { Clock } from '../../dist/src/platform/kernel/index.js';

const MEMORY = { path: '/dev/shm', type: 0x01021994 };
const ROOM = 4 * 1024 ** 3;

/** One throw-away cluster for the run; its template is migrated once and cloned for each test file. */
export default async function setUp() {
  // Temporary files of the whole run, also of the processes that tests start.
  const scratch = await mkdtemp(join((await isRoomInMemory()) ? MEMORY.path : tmpdir(), 'kenes-run-'));
  process.env.TMPDIR = scratch;
  const dataDir = await mkdtemp(join(scratch, 'cluster-'));
  // As root PostgreSQL runs as another user, who must be able to reach the data.
  for (const folder of [scratch, dataDir]) await chmod(folder, 0o755);
  const blank = await blankCluster(dataDir);
  await promisify(execFile)('cp', ['-a', blank, join(dataDir, 'postgres')]);
  const server = await startEmbedded({ dataDir, durable: false, settings: { max_connections: '200' } });
  await migrate(server.ownerUrl, server.url);
  await fillTemplate(server.url, dataDir);
  const adminUrl = new URL(server.adminUrl);
  adminUrl.pathname = '/postgres';
  const admin = new pg.Client({ connectionString: adminUrl.toString() });
  await admin.connect();
  await admin.query('alter database kenes with allow_connections false');
  await admin.end();
  Object.assign(process.env, {
    KENES_TEST_ADMIN_URL: adminUrl.toString(),
    KENES_TEST_OWNER_URL: server.ownerUrl,
    KENES_TEST_URL: server.url,
    KENES_TEST_DATA_DIR: dataDir,
    KENES_TEST_BLANK: blank,
  });
  globalThis.kenesCluster = { server, scratch };
}

/**
 * A database is 700 files, and where many were deleted a moment ago a disk takes half a second to make them; memory does
 * in a twentieth.
 */
async function isRoomInMemory() {
  const found = await statfs(MEMORY.path).catch(() => undefined);
  return found?.type === MEMORY.type && found.bavail * found.bsize >= ROOM && (await runsPrograms(MEMORY.path));
}

/** Containers may forbid it there; PostgreSQL's programs are copied beside its data where another user is to run them. */
async function runsPrograms(folder) {
  const program = join(folder, `kenes-runs-${process.pid}`);
  try {
    await writeFile(program, '#!/bin/sh\n', { mode: 0o755 });
    await promisify(execFile)(program);
    return true;
  } catch {
    return false;
  } finally {
    await rm(program, { force: true });
  }
}

/** A stopped cluster as initdb leaves it, for tests whose business its making is not: a copy costs a tenth. */
async function blankCluster(dataDir) {
  const folder = await mkdtemp(join(dataDir, 'blank-'));
  await chmod(folder, 0o755);
  const { directory, stop } = await startEmbedded({ dataDir: folder, durable: false });
  await stop();
  return directory;
}

/** Facts are of an earlier instant than any test's clock. */
async function fillTemplate(databaseUrl, dataDir) {
  const env = readEnv({ KENES_DATA_DIR: dataDir, LOG_LEVEL: 'error' });
  const clock = new Clock(new Date('2026-01-05T09:00:00+05:00'));
  const app = await createApplication({ env, clock, databaseUrl });
  await app.init();
  await loadFacts(app);
  await app.close();
}
