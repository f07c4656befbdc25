import type { PoolClient, QueryResultRow } from 'pg';

/** The name of the one cursor of its transaction. */
export const CURSOR = 'kenes_rows';

/** Rows of one moment, read a batch at a time on a connection of their own. Whoever has it closes it. */
export class Cursor<R extends QueryResultRow> {
  #closed = false;

  constructor(
    private readonly client: PoolClient,
    private readonly freed: () => void,
  ) {}

  /** The rows in their order, so many at a time; none is fetched before it is asked for, and then these are gone. */
  async *batches(size: number): AsyncGenerator<R[], void> {
    for (let more = true; more;) {
      const { rows } = await this.client.query<R>(`fetch ${size} from ${CURSOR}`);
      more = rows.length === size;
      if (rows.length > 0) yield rows;
      // A result of the driver can hold the next one: emptied, what has passed is young garbage, not old.
      rows.length = 0;
    }
  }

  /** Ends the transaction and gives the connection back; a second time does nothing. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    try {
      await this.client.query('rollback');
      this.client.release();
    } catch {
      // What cannot be rolled back is lost: the pool makes another one.
      this.client.release(true);
    } finally {
      this.freed();
    }
  }
}
