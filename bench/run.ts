import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startEmbedded } from '../src/platform/database/embedded-server.js';
import { measure, type Measured } from './measure.js';
import { serve, type Served } from './processes.js';
import { firstPage, publicPage, rows, type Row } from './rows.js';
import { seed, type Seed } from './seed.js';

// Speeds as ratios to a floor, measured side by side on one throw-away durable server. Fails only on errors.

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '2' },
    rounds: { type: 'string', default: '16' },
    row: { type: 'string' },
  },
});

/** Kenes is started as `npm start` and the image start it. */
const AS_STARTED = ['--max-semi-space-size=32', '--no-allocation-site-pretenuring'];
/** Counted as everywhere, but a few people may send very much from one address. */
const LIMITS = {
  COMMENTS_PER_PERSON: '100000000/600',
  COMMENTS_PER_ADDRESS: '100000000/600',
  COMMENTS_PER_CONSULTATION: '100000000/600',
};

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
    const settings = { ...database, ...LIMITS, KENES_DEMO: '0', LOG_LEVEL: 'error' };
    const kenes = await serve('../programs/main.js', settings, AS_STARTED);
    endings.push(() => kenes.stop());
    const seeded = await seed(server.ownerUrl, decodeURIComponent(new URL(server.url).username));
    const floor = await serve('./floor.js', database);
    endings.push(() => floor.stop());
    await run(kenes, floor, seeded);
  } finally {
    for (const end of endings.reverse()) await end();
  }
}

async function run(kenes: Served, floor: Served, seeded: Seed): Promise<void> {
  const tags = await handOver(kenes, floor, seeded);
  const course = {
    floorUrl: floor.url,
    kenesUrl: kenes.url,
    seconds: Number(options.seconds),
    rounds: Number(options.rounds),
    commit: commit(),
  };
  let errors = 0;
  for (const row of rows(seeded, tags).filter(isWanted)) {
    const measured = await measure(row, course);
    errors += measured.errors;
    print(measured);
  }
  // What the last load left unanswered is still being worked on.
  await sleep(SETTLING_MS);
  if (errors > 0) process.exitCode = 1;
}

/** `--row=post-comment` or `--row=post-comment:32` measures only that. */
function isWanted({ name, connections }: Row): boolean {
  return options.row === undefined || [name, `${name}:${connections}`].includes(options.row);
}

/** The floor answers with the very bytes that Kenes gives; tells their tags. */
async function handOver(kenes: Served, floor: Served, seeded: Seed): Promise<ReadonlyMap<string, string>> {
  const tags = new Map<string, string>();
  for (const path of [firstPage(seeded), publicPage(seeded)]) {
    // Not packed: the client of the bench asks for nothing else.
    const page = await fetch(kenes.url + path, { headers: { 'accept-encoding': 'identity' } });
    const tag = page.headers.get('etag') ?? '';
    if (page.status !== 200 || tag === '') throw new Error(`${path} answers ${page.status}.`);
    const type = page.headers.get('content-type') ?? '';
    floor.process.send({ path, bytes: await page.text(), tag, type });
    tags.set(path, tag);
  }
  return tags;
}

function print(measured: Measured): void {
  if (options.json) {
    console.log(JSON.stringify(measured));
    return;
  }
  const { row, connections, floor, kenes, ratio, errors, commit } = measured;
  if (!headed) console.log(line(['row', 'connections', 'floor req/s', 'kenes req/s', 'ratio', 'errors', 'commit']));
  headed = true;
  console.log(line([row, connections, floor, kenes, ratio.toFixed(2), errors, commit]));
}

const SETTLING_MS = 1_000;
let headed = false;

function line(cells: readonly (string | number)[]): string {
  return cells.map((cell, at) => (at === 0 ? String(cell).padEnd(18) : String(cell).padStart(13))).join('');
}

/** The commit measured; a plus says that the files have changed since. */
function commit(): string {
  const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8' }).trim();
  try {
    return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain') === '' ? '' : '+');
  } catch {
    return 'unknown';
  }
}

await main();
