import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import pg from 'pg';
import { createApplication } from '../../../dist/src/application.js';
import { Demo, DemoClock } from '../../../dist/src/demo/index.js';
import { loadFacts } from '../../../dist/src/facts.js';
import { readEnv } from '../../../dist/src/platform/config/index.js';
import { migrate } from '../../../dist/src/platform/database/index.js';
import { startEmbedded } from '../../../dist/src/platform/database/embedded-server.js';
import { actFurther } from './acts.mjs';

/** The day of the landing; a letter after it tells a second one of the day. */
const landing = process.argv[2] ?? new Date().toISOString().slice(0, 10);
const day = landing.slice(0, 10);

/** Fills a database of this build as a first start and further acts do, and gives the lines of its snapshot. */
async function snapshot(server, dataDir) {
  await migrate(server.ownerUrl, server.url);
  const env = readEnv({ KENES_DATA_DIR: dataDir, LOG_LEVEL: 'error' });
  const clock = new DemoClock(new Date(`${day}T09:00:00+05:00`));
  const app = await createApplication({ env, clock, databaseUrl: server.url });
  await app.init();
  await app.get(Demo).fill(clock, () => loadFacts(app));
  await actFurther(app, day);
  await app.close();
  const client = new pg.Client({ connectionString: server.ownerUrl });
  await client.connect();
  try {
    return await linesOf(client);
  } finally {
    await client.end();
  }
}

/** A header, then a line a row: the table, a tab, the row as PostgreSQL's own JSON. */
async function linesOf(client) {
  const { rows: ran } = await client.query('select name from migrations order by id');
  const lines = [JSON.stringify({ landing: day, migrations: ran.map(({ name }) => name) })];
  const { rows: tables } = await client.query(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'migrations' order by 1`,
  );
  const empty = [];
  for (const { name } of tables) {
    const { rows } = await client.query(`select row_to_json(t)::text as row from ${name} t order by t::text`);
    if (rows.length === 0) empty.push(name);
    lines.push(...rows.map(({ row }) => `${name}\t${row}`));
  }
  if (empty.length > 0) throw new Error(`No row in ${empty.join(', ')}: let acts.mjs make one.`);
  return lines;
}

const dataDir = await mkdtemp(join(tmpdir(), 'kenes-landing-'));
await chmod(dataDir, 0o755);
const server = await startEmbedded({ dataDir, durable: false });
try {
  const lines = await snapshot(server, dataDir);
  const bytes = gzipSync(lines.join('\n'), { level: 9 });
  await writeFile(join(import.meta.dirname, `${landing}.jsonl.gz`), bytes);
  console.log(`${landing}: ${lines.length - 1} rows, ${bytes.length} bytes`);
} finally {
  await server.stop();
  await rm(server.directory, { recursive: true, force: true });
  await rm(dataDir, { recursive: true, force: true });
}
