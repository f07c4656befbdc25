import { Clock } from '../platform/kernel/index.js';

/** A clock that can be made to show an instant of the past, and let go again. */
export interface ShownClock {
  /** Stands still at this instant from now on. */
  show(at: Date): void;
  /** Shows the present again. */
  release(): void;
}

/** The clock of a process that may tell the demonstration: its acts are recorded at the instants of a made-up past. */
export class DemoClock extends Clock implements ShownClock {
  #shown: Date | undefined;

  override now(): Date {
    return this.#shown ? new Date(this.#shown) : super.now();
  }

  show(at: Date): void {
    this.#shown = at;
  }

  release(): void {
    this.#shown = undefined;
  }
}
