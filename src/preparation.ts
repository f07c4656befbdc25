import type { INestApplicationContext } from '@nestjs/common';
import type { Env } from './platform/config/index.js';
import { migrate, openDatabase, type OpenDatabase } from './platform/database/index.js';
import { JournalQueries } from './platform/journal/index.js';
import type { Clock } from './platform/kernel/index.js';
import { loadFacts } from './facts.js';
import type { Surroundings } from './services.module.js';

/** An application that is ready to listen, to work or to be asked, with its database. */
export interface Prepared<App extends INestApplicationContext> {
  readonly env: Env;
  readonly app: App;
  readonly database: OpenDatabase;
}

/** How an application is prepared. */
export interface Preparation<App extends INestApplicationContext> {
  readonly env: Env;
  readonly clock: Clock;
  /** Told, line by line, what whoever starts it should know of the database. */
  readonly say: (line: string) => void;
  /** Works also beside the process that owns a running embedded database. */
  readonly share?: boolean;
  readonly create: (surroundings: Surroundings) => Promise<App>;
  /** What comes before the facts. */
  readonly fill?: (app: App) => Promise<void>;
}

/** Opens the database, migrates it where that is this process's business, wires the application and loads the facts. */
export async function prepared<App extends INestApplicationContext>(how: Preparation<App>): Promise<Prepared<App>> {
  const { env, clock, say, share = false, create } = how;
  const database = await openDatabase(env, say, share);
  try {
    const mayMigrate = database.embedded || env.databaseOwnerUrl !== undefined || !env.production;
    if (mayMigrate) await migrate(database.ownerUrl, database.url);
    const app = await create({ env, clock, databaseUrl: database.url });
    await begin(app, how).catch(async (error: unknown) => {
      await app.close();
      throw error;
    });
    return { env, app, database };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function begin<App extends INestApplicationContext>(app: App, { clock, fill }: Preparation<App>): Promise<void> {
  await app.init();
  await refuseEarlierClock(app, clock);
  await fill?.(app);
  await loadFacts(app);
}

/** A clock behind the journal would write acts into the past. */
async function refuseEarlierClock(app: INestApplicationContext, clock: Clock): Promise<void> {
  const last = await app.get(JournalQueries).last();
  if (last && last.at > clock.now()) {
    throw new Error(
      `The clock shows ${clock.now().toISOString()}, but the journal's last entry is of ${last.at.toISOString()}. ` +
        'Set KENES_NOW to a later instant, or unset it.',
    );
  }
}
