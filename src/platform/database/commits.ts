import { Injectable } from '@nestjs/common';

/** Tells whoever keeps answers in memory that this process has committed something. */
@Injectable()
export class Commits {
  readonly #listeners: (() => void)[] = [];

  onCommit(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** To be called after every COMMIT, before the writer is answered. */
  announce(): void {
    for (const listener of this.#listeners) listener();
  }
}
