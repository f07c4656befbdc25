import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import pg, { type Pool, type QueryResultRow } from 'pg';
import { toProblem } from './faults.js';
import { UnitOfWork } from './unit-of-work.js';

const { BYTEA } = pg.types.builtins;
/** The driver makes a string of a `bytea` in the binary format unless told otherwise. */
const BINARY: pg.CustomTypesConfig = {
  getTypeParser: (type, format) =>
    (type === BYTEA ? (bytes: Buffer) => bytes : pg.types.getTypeParser(type, format)) as never,
};

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

  /**
   * The first row in the driver's binary format, outside any act: a `bytea` arrives as the bytes it is. For large texts
   * that are only passed on. Throws `unavailable` when the database is away.
   */
  async binaryRow<R extends QueryResultRow>(
    name: string,
    text: string,
    values: readonly unknown[],
  ): Promise<R | undefined> {
    try {
      const query = { name, text, values: [...values], binary: true, types: BINARY };
      return (await this.pool.query<R>(query)).rows[0];
    } catch (error) {
      throw toProblem(error);
    }
  }

  /** The driver's own pool, for statements that must not be in an act's transaction. */
  get pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }

  /** A pool of its own without a bound on statements, for the worker and for exports; the caller ends it. */
  newPool(max: number): Pool {
    const { url: connectionString } = this.dataSource.options as { url?: string };
    const pool = new pg.Pool({ connectionString, max, application_name: 'kenes-worker' });
    // A lost idle connection is replaced at the next use; without a listener it would end the process.
    const ignore = (): void => undefined;
    pool.on('error', ignore);
    pool.on('connect', (client) => client.on('error', ignore));
    return pool;
  }
}
