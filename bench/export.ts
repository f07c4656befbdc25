import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbedded } from '../src/platform/database/embedded-server.js';
import { serve, type Served } from './processes.js';
import { firstPage } from './rows.js';
import { seed, type Seed } from './seed.js';

// How fast an export of many comments is, and how much the process grows by it: at most 64 MiB. Fails on more, on a wrong
// number of rows and on a wrong hash.

const { values: options } = parseArgs({ options: { comments: { type: 'string', default: '225000' } } });

const COMMENTS = Number(options.comments);
const MOST_GROWTH_MIB = 64;
const AS_STARTED = ['--max-semi-space-size=32', '--no-allocation-site-pretenuring'];
const FILES = ['comments.jsonl', 'comments.csv'] as const;
/** A process that has worked for a while has the heap that its young objects need. */
const WARMING = 3_000;
const SAMPLE_MS = 100;

async function main(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'kenes-bench-'));
  const endings: (() => Promise<void>)[] = [() => rm(dataDir, { recursive: true, force: true })];
  try {
    // As root PostgreSQL runs as another user, who must be able to reach the data.
    await chmod(dataDir, 0o755);
    const server = await startEmbedded({ dataDir });
    endings.push(
      () => rm(server.directory, { recursive: true, force: true }),
      () => server.stop(),
    );
    const database = { DATABASE_URL: server.url, DATABASE_OWNER_URL: server.ownerUrl, KENES_DATA_DIR: dataDir };
    const kenes = await serve('../programs/main.js', { ...database, KENES_DEMO: '0', LOG_LEVEL: 'error' }, AS_STARTED);
    endings.push(() => kenes.stop());
    const seeded = await seed(server.ownerUrl, decodeURIComponent(new URL(server.url).username), COMMENTS);
    await warmed(kenes, seeded);
    for (const file of FILES) await exported(kenes, `/api/v1/consultations/${seeded.readId}/export/${file}`, file);
  } finally {
    for (const end of endings.reverse()) await end();
  }
}

async function warmed(kenes: Served, seeded: Seed): Promise<void> {
  for (let at = 0; at < WARMING; at += 1) {
    const after = Buffer.from(JSON.stringify([at])).toString('base64url');
    await (await fetch(`${kenes.url}${firstPage(seeded)}&after=${after}`)).arrayBuffer();
  }
}

async function exported(kenes: Served, path: string, file: string): Promise<void> {
  const before = residentMib(kenes);
  let highest = before;
  const watching = setInterval(() => {
    highest = Math.max(highest, residentMib(kenes));
  }, SAMPLE_MS);
  const began = performance.now();
  const { rows, bytes, isWhole } = await read(kenes.url + path);
  const seconds = (performance.now() - began) / 1_000;
  clearInterval(watching);
  const growth = highest - before;
  console.log(
    `${file}: ${rows} rows, ${Math.round(bytes / 2 ** 20)} MiB in ${seconds.toFixed(1)} s, ` +
      `${Math.round(rows / seconds)} rows/s; resident ${Math.round(before)} MiB, grew by ${Math.round(growth)} MiB`,
  );
  if (rows !== COMMENTS || !isWhole || growth > MOST_GROWTH_MIB) process.exitCode = 1;
}

/** Reads a file without keeping it, and compares its hash with the trailer. */
async function read(url: string): Promise<{ rows: number; bytes: number; isWhole: boolean }> {
  const [response] = (await once(http.get(url), 'response')) as [http.IncomingMessage];
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const part of response) {
    hash.update(part as Buffer);
    bytes += (part as Buffer).length;
  }
  const { trailers } = response;
  const isWhole = trailers['content-digest'] === `sha-256=:${hash.digest('base64')}:`;
  return { rows: Number(trailers['x-rows']), bytes, isWhole };
}

function residentMib({ process: child }: Served): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' })) / 1_024;
}

await main();
