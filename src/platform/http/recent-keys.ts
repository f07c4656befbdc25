/** More are forgotten before their time. */
const MOST = 20_000;

/** Which keys were named a moment ago: each for `ms` milliseconds at least, twice that at most. */
export class RecentKeys {
  #now = new Set<string>();
  #before = new Set<string>();
  #since = performance.now();

  constructor(private readonly ms: number) {}

  /** True when the key was named a moment ago; names it. */
  again(key: string): boolean {
    this.#turn();
    if (this.#now.has(key)) return true;
    this.#now.add(key);
    return this.#before.has(key);
  }

  #turn(): void {
    const passed = performance.now() - this.#since;
    if (passed < this.ms && this.#now.size < MOST) return;
    this.#before = passed < 2 * this.ms ? this.#now : new Set();
    this.#now = new Set();
    this.#since = performance.now();
  }
}
