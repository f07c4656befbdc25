import { localDateOf, type LocalDate } from './local-date.js';

/** The only source of the present instant; rules receive `today`, so a test can move it. */
export class Clock {
  readonly #ahead: number;

  /** @param startsAt the instant the clock shows now (`KENES_NOW`); it runs on from there. */
  constructor(startsAt?: Date) {
    this.#ahead = startsAt ? startsAt.getTime() - Date.now() : 0;
  }

  now(): Date {
    return new Date(Date.now() + this.#ahead);
  }

  /** The calendar date in Kazakhstan. */
  today(): LocalDate {
    return localDateOf(this.now());
  }
}
