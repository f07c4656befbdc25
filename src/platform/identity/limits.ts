import { createHash } from 'node:crypto';
import { RateLimiterPostgres, type RateLimiterRes } from 'rate-limiter-flexible';
import { toProblem, type Statements } from '../database/index.js';
import { Problem } from '../kernel/index.js';

const MS_PER_SECOND = 1_000;
const SECONDS_PER_MINUTE = 60;

/** So many of what is counted under a prefix within a window. */
export interface Limit {
  readonly keyPrefix: string;
  readonly points: number;
  /** Seconds. */
  readonly duration: number;
}

/** A counter in the database, so that all processes share it. */
export function limiterOf(statements: Statements, limit: Limit): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: statements.pool,
    storeType: 'pool',
    tableName: 'sign_in_failures',
    tableCreated: true,
    clearExpiredByTimeout: false,
    ...limit,
  });
}

/** What is counted is kept hashed. */
export function keyOf(text: string): string {
  return createHash('sha256').update(text.toLowerCase()).digest('base64url');
}

/** `too-many` with the time to wait; the code's sentence says it in minutes. */
export function tooMany(code: string, { msBeforeNext }: RateLimiterRes): Problem {
  const retryAfterSeconds = Math.max(1, Math.ceil(msBeforeNext / MS_PER_SECOND));
  const minutes = Math.ceil(retryAfterSeconds / SECONDS_PER_MINUTE);
  return new Problem('too-many', { code, params: { minutes }, retryAfterSeconds });
}

/** Throws what the database answered as a problem. */
export function refuse(error: unknown): never {
  throw toProblem(error);
}
