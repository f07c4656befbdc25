import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool, PoolClient, QueryResultRow } from 'pg';
import { Problem } from '../kernel/index.js';
import { Cursor, CURSOR } from './cursor.js';
import { BOUNDS } from './data-source.js';
import { toProblem } from './faults.js';
import { Statements } from './statements.js';

/** How many long reads may be under way at once in one process. */
export const MOST_CURSORS = 3;

const RETRY_AFTER_SECONDS = 30;
const FETCH_MS = 30_000;
/** A net below whoever forgets a cursor; readers that stop are given up earlier. */
const IDLE_MS = 120_000;

/**
 * Long reads of one moment: each a read-only transaction with one cursor, on connections on which no request waits. What
 * is read holds back the cleaning of dead rows, so there are few and whoever opens one bounds its life.
 */
@Injectable()
export class Cursors implements OnApplicationShutdown {
  readonly #pool: Pool;
  #open = 0;

  constructor(statements: Statements) {
    const bounds = { ...BOUNDS, statement_timeout: FETCH_MS, idle_in_transaction_session_timeout: IDLE_MS };
    this.#pool = statements.newPool(MOST_CURSORS, { ...bounds, application_name: 'kenes-export' });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#pool.end();
  }

  /** Throws `unavailable` when as many as may be are open, and when the database is away. */
  async open<R extends QueryResultRow>(sql: string, values: readonly unknown[]): Promise<Cursor<R>> {
    if (this.#open >= MOST_CURSORS) {
      throw new Problem('unavailable', { code: 'exports-busy', retryAfterSeconds: RETRY_AFTER_SECONDS });
    }
    this.#open += 1;
    try {
      const client = await this.#declared(sql, values);
      return new Cursor<R>(client, () => {
        this.#open -= 1;
      });
    } catch (error) {
      this.#open -= 1;
      throw toProblem(error);
    }
  }

  async #declared(sql: string, values: readonly unknown[]): Promise<PoolClient> {
    const client = await this.#pool.connect();
    try {
      await client.query('begin isolation level repeatable read read only');
      await client.query(`declare ${CURSOR} no scroll cursor for ${sql}`, [...values]);
      return client;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }
}
