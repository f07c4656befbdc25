import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startEmbedded, type EmbeddedServer } from '../../src/platform/database/embedded-server.js';
import { until } from '../support/until.js';
import { copyProject, own, serverOf, stop, type OwnerProcess } from './owner-process.js';
import { ask, postmasterOf, Scratch } from './scratch.js';

const scratch = new Scratch();
let project: string;

beforeAll(async () => {
  project = await scratch.folder();
  await copyProject(project);
});

afterAll(() => scratch.clear());

describe('the owner of a running server', () => {
  it('stops it on SIGTERM and then ends by itself', async () => {
    const owner = own(scratch, project, { dataDir: await scratch.cluster() });
    const server = await serverOf(owner);
    expect(await ask(server.url, 'select 1 as alive')).toEqual([{ alive: 1 }]);
    expect(await stop(owner)).toBe(0);
    expect(await postmasterOf(server.directory)).toBeUndefined();
    await expect(ask(server.url, 'select 1')).rejects.toThrow(/ECONNREFUSED/);
  });

  it('refuses a second process while it lives, and is adopted by the next after SIGKILL', async () => {
    const dataDir = await scratch.cluster();
    const first = own(scratch, project, { dataDir });
    const server = await serverOf(first);
    const postmaster = await postmasterOf(server.directory);
    const refused = await own(scratch, project, { dataDir }).report;
    expect(refused.error?.name).toBe('EmbeddedInUse');
    expect(refused.error?.message).toContain(`${server.directory} is in use by process ${first.child.pid}`);

    first.child.kill('SIGKILL');
    // Ends only when nothing holds its output open: the server lives on without it.
    expect(await first.ended).toBeNull();
    const second = own(scratch, project, { dataDir });
    expect(await serverOf(second)).toEqual(server);
    expect(await postmasterOf(server.directory)).toBe(postmaster);
    expect(await ask(server.url, 'select 1 as alive')).toEqual([{ alive: 1 }]);
    expect(await stop(second)).toBe(0);
    expect(await postmasterOf(server.directory)).toBeUndefined();
  });

  it('alone gets a Ctrl-C at its terminal, not the server', async () => {
    const owner = own(scratch, project, { dataDir: await scratch.cluster() });
    const server = await serverOf(owner);
    process.kill(-owner.child.pid, 'SIGINT');
    await sleep(300);
    expect(await ask(server.url, 'select 1 as alive')).toEqual([{ alive: 1 }]);
    expect(await stop(owner)).toBe(0);
  });

  it('outlives the death of the server, and its stop is then quiet', async () => {
    const owner = own(scratch, project, { dataDir: await scratch.cluster() });
    const server = await serverOf(owner);
    process.kill((await postmasterOf(server.directory)) ?? 0, 'SIGQUIT');
    await until(async () => (await postmasterOf(server.directory)) === undefined);
    await sleep(600);
    expect(owner.child.exitCode).toBeNull();
    expect(await stop(owner)).toBe(0);
  });

  it('does not stop the server that another process has started since its own died', async () => {
    const dataDir = await scratch.cluster();
    const first = own(scratch, project, { dataDir });
    const { directory } = await serverOf(first);
    process.kill((await postmasterOf(directory)) ?? 0, 'SIGQUIT');
    await until(async () => (await postmasterOf(directory)) === undefined);
    const second = own(scratch, project, { dataDir });
    const server = await serverOf(second);
    expect(await stop(first)).toBe(0);
    expect(await ask(server.url, 'select 1 as alive')).toEqual([{ alive: 1 }]);
    expect(await stop(second)).toBe(0);
  });

  it('is waited for while it stops the server', async () => {
    const dataDir = await scratch.cluster();
    const owner = own(scratch, project, { dataDir });
    const { adminUrl, directory } = await serverOf(owner);
    const client = new pg.Client({ connectionString: adminUrl });
    client.on('error', () => undefined);
    await client.connect();
    // A connection that cannot be ended holds up the end of the server.
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    const backend = rows[0]?.pid ?? 0;
    process.kill(backend, 'SIGSTOP');
    const ended = stop(owner);
    await until(async () => (await readFile(join(directory, 'postmaster.pid'), 'utf8')).includes('stopping'));
    let next: EmbeddedServer | undefined;
    const start = startEmbedded({ dataDir, durable: false }).then((server) => (next = server));
    await sleep(1_500);
    expect(next).toBeUndefined();
    process.kill(backend, 'SIGCONT');
    expect(await ended).toBe(0);
    const server = await start;
    expect(await ask(server.url, 'select 1 as alive')).toEqual([{ alive: 1 }]);
    await server.stop();
  });
});

describe('two starts at once', () => {
  async function race(dataDir: string): Promise<OwnerProcess> {
    const racers = [own(scratch, project, { dataDir }), own(scratch, project, { dataDir })];
    const reports = await Promise.all(racers.map((racer) => racer.report));
    const winner = racers[reports.findIndex(({ server }) => server !== undefined)];
    expect(reports.map(({ error }) => error?.name ?? 'started').sort()).toEqual(['EmbeddedInUse', 'started']);
    if (winner === undefined) throw new Error('Nobody won');
    return winner;
  }

  it('have one winner on an empty folder, on a stopped cluster, and on a server without owner', async () => {
    const dataDir = await scratch.folder();
    const first = await race(dataDir);
    await ask((await serverOf(first)).ownerUrl, `create table note as select 'kept' as body`);
    expect(await stop(first)).toBe(0);

    const second = await race(dataDir);
    const postmaster = await postmasterOf(join(dataDir, 'postgres'));
    second.child.kill('SIGKILL');
    await second.ended;

    const third = await race(dataDir);
    expect(await postmasterOf(join(dataDir, 'postgres'))).toBe(postmaster);
    expect(await ask((await serverOf(third)).ownerUrl, 'select body from note')).toEqual([{ body: 'kept' }]);
    expect(await stop(third)).toBe(0);
    expect(await readdir(dataDir)).toEqual(['postgres']);
  });
});

describe('a first start that was killed', () => {
  it('in the middle of initdb leaves nothing that hinders the next', async () => {
    const dataDir = await scratch.folder();
    const first = own(scratch, project, { dataDir });
    const draft = async (): Promise<string | undefined> =>
      (await readdir(dataDir)).find((name) => name.startsWith('postgres.new-'));
    await until(async () => {
      const name = await draft();
      return (
        name !== undefined &&
        (await readdir(join(dataDir, name, 'data')).catch((): string[] => [])).includes('PG_VERSION')
      );
    });
    process.kill(-first.child.pid, 'SIGKILL');
    await first.ended;
    expect(await draft()).toBeDefined();
    const second = own(scratch, project, { dataDir });
    expect(await ask((await serverOf(second)).url, 'select 1 as alive')).toEqual([{ alive: 1 }]);
    expect(await readdir(dataDir)).toEqual(['postgres']);
    expect(await stop(second)).toBe(0);
  });
});

describe('the language of the environment', () => {
  it.each([
    ['C', { LANG: 'C' }],
    ['unknown', { LANG: 'xx_YY', LC_ALL: 'xx_YY.KOI8-Z' }],
  ])('may be %s: the database is UTF8', async (_, env) => {
    const owner = own(scratch, project, { dataDir: await scratch.folder() }, { env });
    const { url } = await serverOf(owner);
    expect(await ask(url, `select current_setting('server_encoding') as encoding, length('Қазақ') as letters`)).toEqual(
      [{ encoding: 'UTF8', letters: 5 }],
    );
    expect(await stop(owner)).toBe(0);
  });
});
