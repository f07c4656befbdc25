import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { Agent } from 'node:http';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request, { type Test } from 'supertest';
import { createApplication } from '../../src/application.js';
import { readEnv } from '../../src/platform/config/index.js';
import { Jobs } from '../../src/platform/jobs/index.js';
import { cloneDatabase, setting, type TestDatabase } from './database.js';
import { MovableClock } from './movable-clock.js';
import { until } from './until.js';

/** The real application on a database of its own, with a clock that the test moves. */
export interface TestApplication {
  readonly app: NestFastifyApplication;
  readonly clock: MovableClock;
  readonly database: TestDatabase;
  readonly dataDir: string;
  /** A request of somebody who is not signed in; paths start behind `/api/v1`. */
  readonly anyone: Caller;
  /** Letters that were sent, oldest first. Waits until there are at least `count`. */
  letters(count: number): Promise<string[]>;
  close(): Promise<void>;
}

/** Kept for the next request: to open one took a tenth of a request's time. */
export const connections = new Agent({ keepAlive: true });

type Verb = (path: string) => Test;

/** Sends requests under one identity. */
export interface Caller {
  readonly get: Verb;
  readonly put: Verb;
  readonly post: Verb;
  readonly patch: Verb;
  readonly delete: Verb;
}

/** The instant at which tests begin, a Monday. */
export const BEGIN = '2026-03-02T10:00:00+05:00';

/** Settings under which a few people may send very much; whoever tests the limits gives others. */
export const NO_LIMITS = {
  COMMENTS_PER_PERSON: '100000/600',
  COMMENTS_PER_ADDRESS: '100000/600',
  COMMENTS_PER_CONSULTATION: '100000/60',
};

/**
 * How the application is to be started; `database` is a migrated one, a clone of the template without it; `settings` are
 * variables of the environment.
 */
export interface TestWish {
  readonly at?: string;
  readonly worker?: boolean;
  readonly database?: TestDatabase;
  /** Further settings, by their names. */
  readonly settings?: Readonly<Record<string, string>>;
}

export async function startTestApplication(wish: TestWish = {}): Promise<TestApplication> {
  const { at = BEGIN, worker = false, settings } = wish;
  const database = wish.database ?? (await cloneDatabase());
  const dataDir = await mkdtemp(join(setting('KENES_TEST_DATA_DIR'), 'app-'));
  const clock = new MovableClock(at);
  const log = process.env['KENES_TEST_LOG'] ?? 'silent';
  const env = readEnv({ KENES_DATA_DIR: dataDir, LOG_LEVEL: log, ...NO_LIMITS, ...settings });
  const app = await createApplication({ env, clock, databaseUrl: database.url });
  await app.init();
  // Listening once for all requests; supertest would open and close a port for each.
  await app.listen(0, '127.0.0.1');
  const jobs = app.get(Jobs);
  if (worker) await jobs.start();
  return {
    app,
    clock,
    database,
    dataDir,
    anyone: callerOf(app),
    letters: (count) => lettersIn(join(dataDir, 'outbox'), count),
    close: async () => {
      // The server waits for those whose upload was refused half-way.
      connections.destroy();
      await jobs.stop();
      await app.close();
      await database.drop();
    },
  };
}

/** Requests with this bearer token, or without one. */
export function callerOf(app: NestFastifyApplication, token?: string): Caller {
  const verb =
    (method: keyof Caller): Verb =>
    (path) => {
      const url = path.startsWith('/health') ? path : `/api/v1${path}`;
      const test = request(app.getHttpServer())[method](url).agent(connections);
      return token === undefined ? test : test.set('Authorization', `Bearer ${token}`);
    };
  return { get: verb('get'), put: verb('put'), post: verb('post'), patch: verb('patch'), delete: verb('delete') };
}

async function lettersIn(outbox: string, count: number): Promise<string[]> {
  const ready = async (): Promise<string[]> => {
    const names = await readdir(outbox).catch(() => []);
    return names.filter((name) => name.endsWith('.eml')).sort();
  };
  await until(async () => (await ready()).length >= count);
  return Promise.all((await ready()).map(async (name) => decoded(await readFile(join(outbox, name)))));
}

/** A letter with its quoted-printable text decoded. */
function decoded(letter: Buffer): string {
  const plain = letter.toString('latin1').replaceAll('=\r\n', '');
  const bytes = plain.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
