import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { madeUpTexts, type MadeUpText } from '../src/made-up-comments/index.js';
import { startEmbedded } from '../src/platform/database/embedded-server.js';
import { compare, load, type Load } from './measure.js';
import { serve, type Served } from './processes.js';
import { seed } from './seed.js';

// What a page of comments, of groups and of search costs in a consultation with very many comments, beside one with a
// thousand: the ratio of the requests a second. Fails only on errors.

const { values: options } = parseArgs({
  options: {
    comments: { type: 'string', default: '225000' },
    seconds: { type: 'string', default: '2' },
    rounds: { type: 'string', default: '8' },
    json: { type: 'boolean', default: false },
  },
});

const FEW = 1_000;
const MANY = Number(options.comments);
const IDS = { few: '0190f000-0000-7000-8000-000000000003', many: '0190f000-0000-7000-8000-000000000004' } as const;
const CONNECTIONS = 8;
const AT_ONCE = 1_000;
const POLL_MS = 2_000;
/** Comments that the worker is done with. */
const DONE: Readonly<Record<string, string>> = {
  indexed: `select coalesce(sum(indexed), 0)::int as sum from search_scopes where consultation_id = any($1::uuid[])`,
  grouped: `select coalesce(sum(grouped), 0)::int as sum from comment_group_cursors where consultation_id = any($1::uuid[])`,
};
const WORKER = fileURLToPath(new URL('../programs/worker.js', import.meta.url));

/** Questions that 56, 13, 11, 8, 4, 1 and none of a hundred comments answer. */
const QUESTIONS: Readonly<Record<string, string>> = {
  'search-most': 'жол or сұраймын or прошу or бала or үй or көше or дом or улица or road or керек or срок',
  'search-word': 'зертхана',
  'search-phrase': '"жұмыс күніне"',
  'search-two-words': 'прошу срок',
  'search-rarer-word': 'көше',
  'search-rare': 'зертхана көше',
  'search-none': 'вертолёт',
};
const SHOWN = 20;
/** Both sides show as many: of a thousand comments no more than these answer. */
const SHOWN_OF_FEW: Readonly<Record<string, number>> = { 'search-rare': 10 };

/** The first page, one from the middle of the smaller discussion, and the groups. */
const LISTS: Readonly<Record<string, string>> = {
  'list-first': 'comments?limit=20',
  'list-further': `comments?limit=20&after=${cursor(FEW / 2)}`,
  'list-unanswered': 'comments?limit=20&state=accepted',
  groups: 'comment-groups?limit=20',
};

function cursor(number: number): string {
  return Buffer.from(JSON.stringify([number])).toString('base64url');
}

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
    const kenes = await serve('../programs/main.js', { ...database, KENES_DEMO: '0', LOG_LEVEL: 'error' });
    endings.push(() => kenes.stop());
    await seed(server.ownerUrl, decodeURIComponent(new URL(server.url).username), FEW);
    const client = new pg.Client({ connectionString: server.ownerUrl });
    await client.connect();
    endings.push(() => client.end());
    for (const [id, count] of [[IDS.few, FEW] as const, [IDS.many, MANY] as const]) await discussion(client, id, count);
    const worker = fork(WORKER, { env: { ...process.env, ...database, LOG_LEVEL: 'error' } });
    endings.push(() => stopped(worker));
    await worked(client);
    await stopped(worker);
    for (const [name, list] of Object.entries(LISTS)) {
      await measured(kenes, name, (id) => `/api/v1/consultations/${id}/${list}`);
    }
    for (const [name, question] of Object.entries(QUESTIONS)) {
      const asked = `q=${encodeURIComponent(question)}&limit=${SHOWN_OF_FEW[name] ?? SHOWN}`;
      await measured(kenes, name, (id) => `/api/v1/search/comments?consultation=${id}&${asked}`);
    }
  } finally {
    for (const end of endings.reverse()) await end();
  }
}

/** Ends a process; it groups comments too, which would disturb. */
async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

/** A consultation with so many made-up comments, as that of the seed is. */
async function discussion(client: pg.Client, id: string, count: number): Promise<void> {
  const columns = await client.query<{ name: string }>(
    `select column_name::text as name from information_schema.columns where table_name = 'consultations' and column_name <> 'id'`,
  );
  const names = columns.rows.map(({ name }) => name).join(', ');
  await client.query(
    `insert into consultations (id, ${names})
     select $1, ${names} from consultations where published_on is not null order by id limit 1`,
    [id],
  );
  let number = 0;
  let texts: MadeUpText[] = [];
  for (const text of madeUpTexts(1, count)) {
    texts.push(text);
    if (texts.length < AT_ONCE && number + texts.length < count) continue;
    await insert(client, id, number, texts);
    number += texts.length;
    texts = [];
  }
  await client.query('insert into comment_counters (consultation_id, comments, participants) values ($1, $2, 1)', [
    id,
    count,
  ]);
}

async function insert(client: pg.Client, id: string, behind: number, texts: readonly MadeUpText[]): Promise<void> {
  await client.query(
    `insert into comments (id, version, consultation_id, number, state, channel, language, text, text_hash, show_name,
       participant, first_of_participant, accepted_at, receipt, version_number)
     select gen_random_uuid(), 1, $1::uuid, $2::int + n, 'accepted', 'public', language, text,
       encode(sha256(convert_to(text, 'UTF8')), 'hex'), false, 1, false, now() - interval '1 day', $1::uuid::text || '-' || $2::int + n, 1
     from unnest($3::text[], $4::text[]) with ordinality t (language, text, n)`,
    [id, behind, texts.map(({ language }) => language), texts.map(({ text }) => text)],
  );
}

/** Waits until the worker has indexed and grouped everything. */
async function worked(client: pg.Client): Promise<void> {
  const done = async (sql: string): Promise<number> =>
    (await client.query<{ sum: number }>(sql, [Object.values(IDS)])).rows[0]?.sum ?? 0;
  const began = performance.now();
  for (const [name, sql] of Object.entries(DONE)) {
    while ((await done(sql)) < FEW + MANY) await sleep(POLL_MS);
    console.error(`${name}: ${Math.round((performance.now() - began) / 1_000)} s`);
  }
  const { rows } = await client.query<{ size: string }>(
    `select pg_size_pretty(pg_total_relation_size('comment_search')) as size`,
  );
  console.error(`index of search: ${rows[0]?.size ?? ''}`);
  await client.query('vacuum analyze');
}

async function measured(kenes: Served, row: string, pathOf: (id: string) => string): Promise<void> {
  const compared = await compare({
    floor: () => one(kenes, row, pathOf(IDS.few)),
    kenes: () => one(kenes, row, pathOf(IDS.many)),
    rounds: Number(options.rounds),
  });
  const { floor, kenes: rate, ratio, errors } = compared;
  const line = { row, connections: CONNECTIONS, ...compared, unit: 'requests/s' };
  console.log(
    options.json
      ? JSON.stringify(line)
      : `${row.padEnd(18)} ${FEW}: ${floor}/s  ${MANY}: ${rate}/s  ratio ${ratio.toFixed(2)}  errors ${errors}`,
  );
  if (errors > 0) process.exitCode = 1;
}

/** Somebody with a cookie, who gets no answer from memory. */
function one(kenes: Served, name: string, path: string): Promise<Load> {
  const setupRequest = (request: object) => ({
    ...request,
    method: 'GET' as const,
    path,
    headers: { cookie: 'none=1' },
  });
  const row = { name, connections: CONNECTIONS, expected: [200], requests: [{ setupRequest }] };
  return load(row, kenes.url, Number(options.seconds));
}

await main();
