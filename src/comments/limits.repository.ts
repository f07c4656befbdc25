import { createHmac } from 'node:crypto';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'pg';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import { BOUNDS, Statements } from '../platform/database/index.js';
import type { SharedLimit, Told, Untold } from './shared-limit.js';

/** Most rows deleted by one statement. */
const AT_ONCE = 1_000;

/** The keys stand in order, so that two processes never wait for each other in a circle. */
const ADD = `
  insert into comment_limits as l (key, points, expire)
  select key, sum(points), max(expire) from unnest($1::text[], $2::int[], $3::bigint[]) u (key, points, expire)
  group by key order by key
  on conflict (key) do update set
    points = case when l.expire <= $4 then excluded.points else l.points + excluded.points end,
    expire = case when l.expire <= $4 then excluded.expire else l.expire end
  returning key, points, expire`;

const FORGET = `
  delete from comment_limits where key in (
    select key from comment_limits where expire <= $1 limit ${AT_ONCE} for update skip locked)
  returning true`;

interface Total {
  readonly key: string;
  readonly points: number;
  readonly expire: number;
}

interface Asked {
  readonly key: string;
  readonly points: number;
  readonly expire: number;
  readonly resolve: (result: { readonly rows: readonly Total[] }) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * What all processes used of their limits: the library's store in PostgreSQL, of which all changes of a moment are one
 * statement. It has a connection of its own, so that no request waits for it.
 */
@Injectable()
export class LimitsRepository implements OnApplicationShutdown {
  readonly #limiters = new Map<string, RateLimiterPostgres>();
  readonly #key: Buffer;
  readonly #pool: Pool;
  #asked: Asked[] = [];

  constructor(private readonly statements: Statements) {
    this.#pool = statements.newPool(1, { ...BOUNDS, application_name: 'kenes' });
    this.#key = statements.keyFor('comment limits');
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#pool.end();
  }

  /** Adds what was used and gives what all used. Throws when the database is away; then nothing was added. */
  async add(limit: SharedLimit, { key, points }: Untold): Promise<Told> {
    const { consumedPoints, msBeforeNext } = await this.#limiterOf(limit).penalty(this.#hashed(key), points);
    return { points: consumedPoints, endsAt: Date.now() + msBeforeNext };
  }

  /** Deletes what counts no more; gives how much it was. */
  async forget(): Promise<number> {
    for (let forgotten = 0; ;) {
      const rows = await this.statements.rows('comment-limits-forget', FORGET, [Date.now()]);
      forgotten += rows.length;
      if (rows.length < AT_ONCE) return forgotten;
    }
  }

  /** Whom a count is of nobody reads from the table: people and addresses stand in it under a keyed hash. */
  #hashed(key: string): string {
    return createHmac('sha256', this.#key).update(key).digest('base64url');
  }

  #limiterOf({ name, seconds }: SharedLimit): RateLimiterPostgres {
    const known = this.#limiters.get(name);
    if (known) return known;
    const limiter = new BatchedLimiter(this.#pool, name, seconds, (key, points, expire) =>
      this.#ask(key, points, expire),
    );
    this.#limiters.set(name, limiter);
    return limiter;
  }

  #ask(key: string, points: number, expire: number): Promise<{ readonly rows: readonly Total[] }> {
    return new Promise((resolve, reject) => {
      this.#asked.push({ key, points, expire, resolve, reject });
      if (this.#asked.length === 1) setImmediate(() => void this.#send());
    });
  }

  async #send(): Promise<void> {
    const asked = this.#asked;
    this.#asked = [];
    try {
      const { rows } = await this.#pool.query<Total>({
        name: 'comment-limits-add',
        text: ADD,
        values: [
          asked.map(({ key }) => key),
          asked.map(({ points }) => points),
          asked.map(({ expire }) => expire),
          Date.now(),
        ],
      });
      const totals = new Map(rows.map((row) => [row.key, row]));
      for (const { key, resolve } of asked) resolve({ rows: [totals.get(key) ?? { key, points: 0, expire: 0 }] });
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
  }
}

type Ask = (key: string, points: number, expire: number) => Promise<unknown>;

/** The library's limiter, which asks for its one changing statement instead of sending it. */
class BatchedLimiter extends RateLimiterPostgres {
  constructor(
    pool: Pool,
    keyPrefix: string,
    duration: number,
    private readonly ask: Ask,
  ) {
    super({
      storeClient: pool,
      storeType: 'pool',
      tableName: 'comment_limits',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix,
      duration,
      points: Number.MAX_SAFE_INTEGER,
    });
  }

  /** What a store of the library does for each change. */
  protected _upsert(key: string, points: number, msDuration: number): Promise<unknown> {
    return this.ask(key, points, Date.now() + msDuration);
  }
}
