import type { Quota } from '../platform/config/index.js';

/** What one process used and has not told the others yet. */
export interface Untold {
  readonly key: string;
  readonly points: number;
}

/** What all processes together used, and until when it counts, in milliseconds since 1970. */
export interface Told {
  readonly points: number;
  readonly endsAt: number;
}

interface Use {
  /** As all processes knew it at the last exchange. */
  shared: number;
  /** Since then, here. */
  own: number;
  endsAt: number;
}

const MS_PER_SECOND = 1_000;
/** Most that a process keeps to itself of a small limit: most people write once or twice, and nobody need hear of them. */
const MOST_KEPT = 3;
const TENTH = 10;

/**
 * One limit for many keys, counted in memory so that it decides at once. What is used here is told to the other processes
 * in the background, and what they used is learnt: they are a moment and a tenth of the limit apart at most.
 */
export class SharedLimit {
  readonly #uses = new Map<string, Use>();
  readonly #untold = new Set<string>();
  readonly #worthTelling: number;

  constructor(
    readonly name: string,
    private readonly quota: Quota,
  ) {
    this.#worthTelling = Math.max(1, Math.min(MOST_KEPT, Math.floor(quota.count / TENTH)));
  }

  /** Milliseconds until this key may again; 0 when it may now. */
  wait(key: string, now: number): number {
    const use = this.#uses.get(key);
    if (!use || use.endsAt <= now || this.quota.count === 0) return 0;
    return use.shared + use.own < this.quota.count ? 0 : use.endsAt - now;
  }

  /** Uses one. */
  spend(key: string, now: number): void {
    if (this.quota.count === 0) return;
    const use = this.#useOf(key, now);
    use.own += 1;
    if (use.own >= this.#worthTelling) this.#untold.add(key);
  }

  /** Gives one back that came to nothing by no fault of who used it. */
  giveBack(key: string, now: number): void {
    const use = this.#uses.get(key);
    if (!use || use.endsAt <= now) return;
    use.own -= 1;
    if (use.own < 0) this.#untold.add(key);
  }

  /** True when there is something to tell. */
  get isUntold(): boolean {
    return this.#untold.size > 0;
  }

  /** What is to be told now. It counts as told: `missed` takes it back. */
  tell(now: number): Untold[] {
    const told: Untold[] = [];
    for (const key of this.#untold) {
      const use = this.#uses.get(key);
      if (!use || use.endsAt <= now || use.own === 0) continue;
      told.push({ key, points: use.own });
      use.shared += use.own;
      use.own = 0;
    }
    this.#untold.clear();
    return told;
  }

  /** The others did not hear it: it is told the next time. */
  missed({ key, points }: Untold): void {
    const use = this.#uses.get(key);
    if (!use) return;
    use.shared -= points;
    use.own += points;
    this.#untold.add(key);
  }

  /** What all used together, as the others know it too. */
  learn(key: string, { points, endsAt }: Told): void {
    const use = this.#uses.get(key);
    if (use) Object.assign(use, { shared: points, endsAt });
  }

  /** Forgets what counts no more. */
  forget(now: number): void {
    for (const [key, { endsAt }] of this.#uses) if (endsAt <= now) this.#uses.delete(key);
  }

  /** How long a use counts, in seconds. */
  get seconds(): number {
    return this.quota.seconds;
  }

  #useOf(key: string, now: number): Use {
    const known = this.#uses.get(key);
    if (known && known.endsAt > now) return known;
    const use = { shared: 0, own: 0, endsAt: now + this.quota.seconds * MS_PER_SECOND };
    this.#uses.set(key, use);
    return use;
  }
}
