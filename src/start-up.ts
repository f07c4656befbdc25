import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApplication, loggerFor } from './application.js';
import { drain } from './platform/http/index.js';
import { Env, readEnv } from './platform/config/index.js';
import { migrate, openDatabase, type OpenDatabase } from './platform/database/index.js';
import { Jobs } from './platform/jobs/index.js';
import { JournalQueries } from './platform/journal/index.js';
import { Clock } from './platform/kernel/index.js';
import { Demo, DemoClock } from './demo/index.js';
import { loadFacts } from './facts.js';

/** By then the process has ended, whatever still hangs. */
const LATEST_MS = 20_000;

/** An application that is ready to listen or to work, with its database. */
export interface Prepared {
  readonly env: Env;
  readonly app: NestFastifyApplication;
  readonly database: OpenDatabase;
}

/** What the application is prepared for: to serve, to work, or for one command of an operator, beside a server. */
export type Purpose = 'server' | 'worker' | 'command';

/** Opens the database, migrates it where that is this process's business, and wires the application. */
export async function prepare(say: (line: string) => void, purpose: Purpose): Promise<Prepared> {
  const forCommand = purpose === 'command';
  const env = forCommand ? Object.assign(new Env(), readEnv(), { logLevel: 'error' }) : readEnv();
  const clock = mayDemonstrate(env, purpose) ? new DemoClock(env.startsAt) : new Clock(env.startsAt);
  const database = await openDatabase(env, say, forCommand);
  try {
    const mayMigrate = database.embedded || env.databaseOwnerUrl !== undefined || !env.production;
    if (mayMigrate) await migrate(database.ownerUrl, database.url);
    const app = await createApplication({ env, clock, databaseUrl: database.url }, { docs: !forCommand });
    await begin(app, clock).catch(async (error: unknown) => {
      await app.close();
      throw error;
    });
    return { env, app, database };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function begin(app: NestFastifyApplication, clock: Clock): Promise<void> {
  await app.init();
  await refuseEarlierClock(app, clock);
  if (clock instanceof DemoClock) await app.get(Demo).fill(clock, () => loadFacts(app));
  await loadFacts(app);
}

/** Only a server on its own database is filled with the demonstration, where it is wanted. */
function mayDemonstrate({ demo, production, databaseUrl }: Env, purpose: Purpose): boolean {
  return purpose === 'server' && demo && !production && databaseUrl === undefined;
}

/** Starts the HTTP process; on the embedded database the worker runs inside it. */
export async function startServer(): Promise<void> {
  const say = (line: string): void => {
    console.log(line);
  };
  const { env, app, database } = await prepare(say, 'server');
  const jobs = app.get(Jobs);
  const told = mayDemonstrate(env, 'server') ? await app.get(Demo).lines() : [];
  if (database.embedded) await jobs.start();
  await app.listen(env.port, env.host);
  closeOnSignal(async () => {
    await drain(app);
    await jobs.stop();
    await app.close();
    await database.close();
  }, loggerFor(env));
  say(`Kenes answers at ${env.publicUrl} (try the API at ${env.publicUrl}/api/docs)`);
  for (const line of told) say(line);
  // Tells whoever started this process by fork, as the bench does.
  process.send?.('listening');
}

/** Starts the worker process: clock and deliveries. */
export async function startWorker(): Promise<void> {
  const { env, app, database } = await prepare(() => undefined, 'worker');
  const jobs = app.get(Jobs);
  await jobs.start();
  closeOnSignal(async () => {
    await jobs.stop();
    await app.close();
    await database.close();
  }, loggerFor(env));
}

/** A clock behind the journal would write acts into the past. */
async function refuseEarlierClock(app: NestFastifyApplication, clock: Clock): Promise<void> {
  const last = await app.get(JournalQueries).last();
  if (last && last.at > clock.now()) {
    throw new Error(
      `The clock shows ${clock.now().toISOString()}, but the journal's last entry is of ${last.at.toISOString()}. ` +
        'Set KENES_NOW to a later instant, or unset it.',
    );
  }
}

/** Drains and ends on SIGTERM or SIGINT, once; leaves at the latest after twenty seconds. */
function closeOnSignal(close: () => Promise<void>, log: { log(line: string): void; error(line: string): void }): void {
  let closing = false;
  const end = (signal: string): void => {
    if (closing) return;
    closing = true;
    log.log(`${signal}: finishing what is under way.`);
    const late = setTimeout(() => process.exit(1), LATEST_MS);
    late.unref();
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error(error instanceof Error ? error.message : String(error));
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}
