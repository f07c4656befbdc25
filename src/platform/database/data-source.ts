import { availableParallelism } from 'node:os';
import pg from 'pg';
import type { DataSourceOptions } from 'typeorm';
import type { LoggerService } from '@nestjs/common';

// A date is a string here: the driver's Date at local midnight would be the day before in UTC. Counts and journal
// numbers stay far below 2^53.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** How long a request may wait for a connection, and a statement may run, in milliseconds. */
export const POOL_WAIT_MS = 2_000;
export const STATEMENT_MS = 5_000;

const MOST_CONNECTIONS = 12;
/**
 * Two for each core and two more: what more connections do at once, the same cores do with colder caches. Bounded, because
 * several processes share what a server gives, usually a hundred.
 */
const POOL_SIZE = Math.min(MOST_CONNECTIONS, 2 * Math.max(2, availableParallelism()) + 2);

/** The bounds of a connection on which requests wait. */
export const BOUNDS = {
  connectionTimeoutMillis: POOL_WAIT_MS,
  statement_timeout: STATEMENT_MS,
  idle_in_transaction_session_timeout: STATEMENT_MS * 2,
  keepAlive: true,
};

type PostgresOptions = Extract<DataSourceOptions, { type: 'postgres' }>;

/** The application's connection: bounded waits, no schema changes from here. */
export function dataSourceOptions(url: string, log?: LoggerService): PostgresOptions {
  return {
    type: 'postgres',
    url,
    synchronize: false,
    migrationsRun: false,
    logging: false,
    applicationName: 'kenes',
    poolErrorHandler: (error: Error) => {
      log?.warn(`A database connection was lost: ${error.message}`);
    },
    extra: { ...BOUNDS, max: POOL_SIZE },
  };
}
