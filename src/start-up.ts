import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApplication } from './application.js';
import { drain } from './platform/http/index.js';
import { type Env, readEnv } from './platform/config/index.js';
import { Jobs } from './platform/jobs/index.js';
import { Clock } from './platform/kernel/index.js';
import { Demo, DemoClock } from './demo/index.js';
import { loadFacts } from './facts.js';
import { loggerFor } from './logger.js';
import { prepared, type Prepared } from './preparation.js';

/** By then the process has ended, whatever still hangs. */
const LATEST_MS = 20_000;

/** Opens the database, migrates it where that is this process's business, and wires the application. */
async function prepare(
  say: (line: string) => void,
  purpose: 'server' | 'worker',
): Promise<Prepared<NestFastifyApplication>> {
  const env = readEnv();
  const clock = mayDemonstrate(env, purpose) ? new DemoClock(env.startsAt) : new Clock(env.startsAt);
  return prepared({
    env,
    clock,
    say,
    create: (surroundings) => createApplication(surroundings, { docs: true }),
    fill: async (app) => {
      if (clock instanceof DemoClock) await app.get(Demo).fill(clock, () => loadFacts(app));
    },
  });
}

/** Only a server on its own database is filled with the demonstration, where it is wanted. */
function mayDemonstrate({ demo, production, databaseUrl }: Env, purpose: 'server' | 'worker'): boolean {
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
