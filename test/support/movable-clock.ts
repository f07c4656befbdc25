import { Clock } from '../../src/platform/kernel/index.js';

/** A clock that stands still until it is moved: the double of time in tests. */
export class MovableClock extends Clock {
  #now: Date;

  constructor(at: string) {
    super();
    this.#now = new Date(at);
  }

  override now(): Date {
    return new Date(this.#now);
  }

  /** Sets the clock to an instant such as `2026-11-20T09:00:00+05:00`. */
  set(at: string): void {
    this.#now = new Date(at);
  }

  /** Lets seconds pass. */
  pass(seconds: number): void {
    this.#now = new Date(this.#now.getTime() + seconds * 1000);
  }
}
