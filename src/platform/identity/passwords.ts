import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { Problem } from '../kernel/index.js';

/** OWASP's argon2id setting: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** How many hashes are computed at once: more would only fill the memory. */
const AT_ONCE = 2;
const WAITING = 64;

/** Shortest password, in code points (OWASP ASVS 5.0, 6.2.1 asks for 8 and recommends more). */
export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 200;

/** Password hashes, with bounded concurrency; 503 when too many people wait. */
@Injectable()
export class Passwords {
  #running = 0;
  readonly #waiting: (() => void)[] = [];
  #ofNobody: Promise<string> | undefined;

  /** An argon2id hash with its own salt. */
  hash(password: string): Promise<string> {
    return this.#inTurn(() => hash(password, COST));
  }

  /** True when the password belongs to the hash; without a hash the same work is done and the answer is false. */
  async matches(password: string, stored: string | null): Promise<boolean> {
    this.#ofNobody ??= this.hash('nobody has this password');
    const against = stored ?? (await this.#ofNobody);
    const same = await this.#inTurn(() => verify(against, password));
    return same && stored !== null;
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running >= AT_ONCE) {
      if (this.#waiting.length >= WAITING) throw new Problem('unavailable', { retryAfterSeconds: 5 });
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    this.#running += 1;
    try {
      return await work();
    } finally {
      this.#running -= 1;
      this.#waiting.shift()?.();
    }
  }
}
