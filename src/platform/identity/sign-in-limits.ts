import { Injectable } from '@nestjs/common';
import type { RateLimiterPostgres } from 'rate-limiter-flexible';
import { Statements } from '../database/index.js';
import { keyOf, limiterOf, refuse, tooMany } from './limits.js';

/** Failures allowed within the window, for one account and for one address. */
export const FAILURES_PER_ACCOUNT = 10;
export const FAILURES_PER_ADDRESS = 50;
const WINDOW_SECONDS = 900;

/** Counts failed sign-ins only, in the database, so that all processes share the count. Addresses are kept hashed. */
@Injectable()
export class SignInLimits {
  #limiters: { account: RateLimiterPostgres; address: RateLimiterPostgres } | undefined;

  constructor(private readonly statements: Statements) {}

  /** Throws `too-many` with the time to wait when the account or the address failed too often. */
  async check(email: string, address: string): Promise<void> {
    const { account, address: byAddress } = this.#open();
    const counted = await Promise.all([account.get(keyOf(email)), byAddress.get(keyOf(address))]).catch(refuse);
    const limits = [FAILURES_PER_ACCOUNT, FAILURES_PER_ADDRESS];
    for (const [at, result] of counted.entries()) {
      if (result && result.consumedPoints >= (limits[at] ?? 0)) throw tooMany('too-many-sign-ins', result);
    }
  }

  /** Counts a failure for both. */
  async countFailure(email: string, address: string): Promise<void> {
    const { account, address: byAddress } = this.#open();
    const counted = [account.penalty(keyOf(email), 1), byAddress.penalty(keyOf(address), 1)];
    await Promise.all(counted).catch(refuse);
  }

  /** A successful sign-in clears the account's failures, not the address's. */
  async forget(email: string): Promise<void> {
    await this.#open().account.delete(keyOf(email)).catch(refuse);
  }

  #open(): { account: RateLimiterPostgres; address: RateLimiterPostgres } {
    const limiter = (keyPrefix: string, points: number): RateLimiterPostgres =>
      limiterOf(this.statements, { keyPrefix, points, duration: WINDOW_SECONDS });
    this.#limiters ??= {
      account: limiter('account', FAILURES_PER_ACCOUNT),
      address: limiter('address', FAILURES_PER_ADDRESS),
    };
    return this.#limiters;
  }
}
