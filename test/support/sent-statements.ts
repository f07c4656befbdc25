import type { PoolClient } from 'pg';
import { Statements } from '../../src/platform/database/index.js';
import type { TestApplication } from './test-application.js';

/** Counts the statements that an application sends to its database, at the driver; for one request at a time. */
export class SentStatements {
  readonly #watched = new WeakSet<PoolClient>();
  #sent = 0;

  constructor({ app }: TestApplication) {
    app.get(Statements).pool.on('acquire', (client: PoolClient) => {
      this.#watch(client);
    });
  }

  /** How many were sent until the work was done, and what the work gave. */
  async during<T>(work: () => PromiseLike<T>): Promise<{ sent: number; result: T }> {
    const before = this.#sent;
    const result = await work();
    return { sent: this.#sent - before, result };
  }

  #watch(client: PoolClient): void {
    if (this.#watched.has(client)) return;
    this.#watched.add(client);
    const send = client.query.bind(client) as (...values: unknown[]) => unknown;
    Object.assign(client, {
      query: (...values: unknown[]): unknown => {
        this.#sent += 1;
        return send(...values);
      },
    });
  }
}
