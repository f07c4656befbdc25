import { hkdfSync } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import pg, { type ClientBase, type Pool, type PoolConfig, type QueryResultRow } from 'pg';
import { BOUNDS } from './data-source.js';
import { toProblem } from './faults.js';
import { UnitOfWork } from './unit-of-work.js';

const KEY_BYTES = 32;

/**
 * The one door for lean SQL. Inside an act it reads through the act's transaction; outside it goes to the driver's
 * pool, where a named statement is parsed and planned once per connection.
 */
@Injectable()
export class Statements {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Rows of a statement. `name` must be unique per SQL text. Throws `unavailable` when the database is away. */
  async rows<R extends QueryResultRow>(name: string, text: string, values: readonly unknown[] = []): Promise<R[]> {
    const runner = this.unitOfWork.managerIfAny?.queryRunner;
    // The structured result: the plain one has another shape for UPDATE and DELETE.
    if (runner) return (await runner.query(text, [...values], true)).records as R[];
    try {
      const { rows } = await this.pool.query<R>({ name, text, values: [...values] });
      return rows;
    } catch (error) {
      throw toProblem(error);
    }
  }

  /** The first row, or undefined. */
  async row<R extends QueryResultRow>(
    name: string,
    text: string,
    values: readonly unknown[] = [],
  ): Promise<R | undefined> {
    const [row] = await this.rows<R>(name, text, values);
    return row;
  }

  /** The driver's own pool, for statements that must not be in an act's transaction. */
  get pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }

  /** A pool of its own, without a bound on statements where `how` sets none; the caller ends it. */
  newPool(max: number, how: PoolConfig = {}): Pool {
    return this.#open({ max, application_name: 'kenes-worker', ...how });
  }

  /**
   * A pool of its own whose statements are planned once, whatever their values, with the bounds of the driver's own;
   * the caller ends it. For a big statement whose plan never depends on them: planning it costs more than running it.
   */
  newPoolPlannedOnce(max: number): Pool {
    // The pool waits for it, which its types do not say.
    const onConnect = (client: ClientBase): unknown => client.query('set plan_cache_mode = force_generic_plan');
    return this.#open({ ...BOUNDS, max, application_name: 'kenes', onConnect });
  }

  /**
   * A key for keyed hashes that is the same in all processes on this database and does not stand in it: made of the
   * application's password. A new password gives another key.
   */
  keyFor(purpose: string): Buffer {
    const { username, password, pathname } = new URL(this.#url);
    return Buffer.from(hkdfSync('sha256', password || username, pathname, purpose, KEY_BYTES));
  }

  get #url(): string {
    return (this.dataSource.options as { url?: string }).url ?? '';
  }

  #open(how: PoolConfig): Pool {
    const pool = new pg.Pool({ connectionString: this.#url, ...how });
    // A lost idle connection is replaced at the next use; without a listener it would end the process.
    const ignore = (): void => undefined;
    pool.on('error', ignore);
    pool.on('connect', (client) => client.on('error', ignore));
    return pool;
  }
}
