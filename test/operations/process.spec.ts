import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { startEmbedded, type EmbeddedServer } from '../../src/platform/database/embedded-server.js';
import { putCluster } from '../database/scratch.js';
import { startKenes, untilReady, type KenesProcess } from '../support/process.js';
import { until } from '../support/until.js';

describe('the process', () => {
  const folders: string[] = [];
  const servers: EmbeddedServer[] = [];
  const running: KenesProcess[] = [];
  const folder = async (): Promise<string> => {
    const made = await mkdtemp(join(tmpdir(), 'kenes-process-'));
    await chmod(made, 0o755);
    await putCluster(made);
    folders.push(made);
    return made;
  };
  const start = async (variables: Record<string, string>): Promise<KenesProcess> => {
    const started = await startKenes(variables);
    running.push(started);
    return started;
  };
  let server: EmbeddedServer;
  let urls: { DATABASE_URL: string; DATABASE_OWNER_URL: string };
  beforeAll(async () => {
    server = await startEmbedded({ dataDir: await folder(), durable: false });
    servers.push(server);
    urls = { DATABASE_URL: server.url, DATABASE_OWNER_URL: server.ownerUrl };
  });
  afterAll(async () => {
    for (const { end, child } of running) if (child.exitCode === null) await end('SIGKILL');
    for (const { stop } of servers) await stop();
    for (const path of folders) await rm(path, { recursive: true, force: true });
  });

  it('migrates once when two start at once on an empty database', async () => {
    const two = await Promise.all([start(urls), start(urls)]);
    await Promise.all(two.map((one) => untilReady(one)));
    const client = new pg.Client({ connectionString: server.ownerUrl });
    await client.connect();
    const { rows } = await client.query<{ twice: number; imports: number }>(
      `select (select count(*)::int from (select name from migrations group by name having count(*) > 1) m) as twice,
              (select count(*)::int from journal where what = 'territories.imported') as imports`,
    );
    await client.end();
    expect(rows).toEqual([{ twice: 0, imports: 1 }]);
    expect(await Promise.all(two.map(({ end }) => end()))).toEqual([0, 0]);
  });

  it('finishes what is under way when it is told to end, and fails no request', async () => {
    const kenes = await start(urls);
    await untilReady(kenes);
    const outcomes: (number | string)[] = [];
    let ending = false;
    const reader = async (): Promise<void> => {
      while (kenes.child.exitCode === null) {
        const answer = await fetch(`${kenes.address}/api/v1/territories?limit=100`).catch(
          (error: unknown) => (error as { cause?: { code?: string } }).cause?.code ?? 'failed',
        );
        if (typeof answer === 'string') {
          // Refused before it was taken, once the process no longer listens: nothing of it was under way.
          if (!ending || answer !== 'ECONNREFUSED') outcomes.push(answer);
          return;
        }
        outcomes.push(answer.status);
        await answer.arrayBuffer();
      }
    };
    const readers = Array.from({ length: 16 }, reader);
    await until(() => outcomes.length > 4 * readers.length);
    ending = true;
    expect(await kenes.end('SIGTERM')).toBe(0);
    await Promise.all(readers);
    expect(outcomes.filter((one) => one !== 200 && one !== 503)).toEqual([]);
  });

  it('refuses to start with a clock behind the journal, naming that instant', async () => {
    const kenes = await start({ ...urls, KENES_NOW: '2020-01-01T00:00:00+05:00' });
    expect(await kenes.ended).toBe(1);
    expect(kenes.output()).toMatch(/journal's last entry is of 20\d\d-/);
  });

  it('names every wrong setting and does not start', async () => {
    const kenes = await start({ PORT: 'x', NODE_ENV: 'production' });
    expect(await kenes.ended).toBe(1);
    for (const name of ['PORT', 'DATABASE_URL', 'DATABASE_OWNER_URL', 'PUBLIC_URL'])
      expect(kenes.output()).toContain(name);
  });

  it('runs on its embedded database, keeps its data, and leaves no server behind', async () => {
    const data = { KENES_DATA_DIR: await folder() };
    const first = await start(data);
    await untilReady(first);
    const entries = async ({ address }: KenesProcess): Promise<unknown> =>
      (await fetch(`${address}/api/v1/journal`)).json();
    const before = await entries(first);
    const second = await start(data);
    expect(await second.ended).toBe(1);
    expect(second.output()).toMatch(/in use|already/i);
    await first.end('SIGKILL');
    const third = await start(data);
    await untilReady(third);
    expect(await entries(third)).toEqual(before);
    expect(await third.end('SIGINT')).toBe(0);
    const fourth = await start(data);
    await untilReady(fourth);
    expect(await fourth.end()).toBe(0);
  });
});
