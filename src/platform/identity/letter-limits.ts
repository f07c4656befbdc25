import { Injectable } from '@nestjs/common';
import { RateLimiterRes, type RateLimiterPostgres } from 'rate-limiter-flexible';
import { Statements } from '../database/index.js';
import { keyOf, limiterOf, refuse, tooMany } from './limits.js';

/** Letters that may be asked for within the window, to one address of mail and from one address of the network. */
export const LETTERS_PER_ACCOUNT = 5;
export const LETTERS_PER_ADDRESS = 50;
const WINDOW_SECONDS = 3_600;

/** Counts letters that somebody who is not signed in asks for, whether the address is known or not. */
@Injectable()
export class LetterLimits {
  #limiters: readonly [RateLimiterPostgres, RateLimiterPostgres] | undefined;

  constructor(private readonly statements: Statements) {}

  /** Throws `too-many` with the time to wait. */
  async count(email: string, from: string): Promise<void> {
    const [account, address] = this.#open();
    for (const [limiter, key] of [[address, from] as const, [account, email] as const]) {
      await limiter.consume(keyOf(key)).catch((error: unknown) => {
        if (error instanceof RateLimiterRes) throw tooMany('too-many-letters', error);
        return refuse(error);
      });
    }
  }

  #open(): readonly [RateLimiterPostgres, RateLimiterPostgres] {
    const limiter = (keyPrefix: string, points: number): RateLimiterPostgres =>
      limiterOf(this.statements, { keyPrefix, points, duration: WINDOW_SECONDS });
    return (this.#limiters ??= [
      limiter('letter-account', LETTERS_PER_ACCOUNT),
      limiter('letter-address', LETTERS_PER_ADDRESS),
    ]);
  }
}
