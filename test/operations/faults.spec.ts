import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startEmbedded, type EmbeddedServer } from '../../src/platform/database/embedded-server.js';
import { putCluster } from '../database/scratch.js';
import { startKenes, untilReady, type KenesProcess } from '../support/process.js';

const PORT_SETTING = { max_connections: '40' };

describe('when the database is away', () => {
  let dataDir: string;
  let server: EmbeddedServer;
  let kenes: KenesProcess;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'kenes-faults-'));
    await chmod(dataDir, 0o755);
    await putCluster(dataDir);
    server = await startEmbedded({ dataDir, durable: false, settings: PORT_SETTING });
    kenes = await startKenes({ DATABASE_URL: server.url, DATABASE_OWNER_URL: server.ownerUrl });
    await untilReady(kenes);
  });
  afterAll(async () => {
    await kenes.end('SIGKILL');
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  const get = (path: string): Promise<Response> => fetch(`${kenes.address}${path}`);
  const signIn = (): Promise<Response> =>
    fetch(`${kenes.address}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'nobody@example.kz', password: 'whatever it is' }),
    });

  it('answers 503 with Retry-After to reads and writes, stays alive, and recovers by itself', async () => {
    expect((await get('/api/v1/bodies')).status).toBe(200);
    await server.stop();
    for (const ask of [() => get('/api/v1/bodies?limit=2'), () => get('/health/ready'), signIn]) {
      const answer = await ask();
      expect(answer.status).toBe(503);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await answer.json()).toMatchObject({ type: '/problems/unavailable', status: 503 });
    }
    expect((await get('/health/live')).status).toBe(200);

    const port = String(server.port);
    server = await startEmbedded({ dataDir, durable: false, settings: PORT_SETTING, port: Number(port) });
    await untilReady(kenes);
    expect((await get('/api/v1/bodies?limit=2')).status).toBe(200);
    expect((await signIn()).status).toBe(401);
  });

  it('writes no query values into its log', () => {
    expect(kenes.output()).not.toContain('nobody@example.kz');
  });
});
