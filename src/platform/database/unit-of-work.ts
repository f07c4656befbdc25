import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Commits } from './commits.js';
import { isDeadlock, toProblem } from './faults.js';

interface Work {
  readonly manager: EntityManager;
  readonly closing: Map<string, () => Promise<void>>;
  readonly committed: (() => void)[];
}

const TRIES = 4;

/** One transaction for everything an act writes; keeps it where repositories, the journal and reads find it. */
@Injectable()
export class UnitOfWork {
  readonly #current = new AsyncLocalStorage<Work>();
  #running = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly commits: Commits,
  ) {}

  /** Runs `act` in a READ COMMITTED transaction; inside another one it simply joins. A deadlock is tried again. */
  async run<T>(act: () => Promise<T>): Promise<T> {
    if (this.#current.getStore()) return act();
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#once(act);
      } catch (error) {
        if (!isDeadlock(error) || attempt === TRIES) throw toProblem(error);
      }
    }
  }

  /** The transaction's manager; throws outside a transaction, so nothing is written beside it by accident. */
  get manager(): EntityManager {
    return this.#work().manager;
  }

  /** The transaction's manager when there is one: a read inside an act sees what the act wrote. */
  get managerIfAny(): EntityManager | undefined {
    return this.#current.getStore()?.manager;
  }

  /** Registers the last statement of the transaction, once per name. */
  beforeCommit(name: string, statement: () => Promise<void>): void {
    const { closing } = this.#work();
    if (!closing.has(name)) closing.set(name, statement);
  }

  /** Calls back after a successful COMMIT; for wake-ups only, never for what must not be lost. */
  afterCommit(callback: () => void): void {
    this.#work().committed.push(callback);
  }

  #work(): Work {
    const work = this.#current.getStore();
    if (!work) throw new Error('This needs a transaction: call it inside UnitOfWork.run.');
    return work;
  }

  async #once<T>(act: () => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.connect();
      await runner.startTransaction('READ COMMITTED');
      const work: Work = { manager: runner.manager, closing: new Map(), committed: [] };
      const result = await this.#within(work, async () => {
        const given = await act();
        for (const statement of work.closing.values()) await statement();
        return given;
      });
      await runner.commitTransaction();
      this.commits.announce();
      for (const callback of work.committed) callback();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release().catch(() => undefined);
    }
  }

  /** While no transaction runs the storage is off: on older Node it slows every promise of the process. */
  async #within<T>(work: Work, act: () => Promise<T>): Promise<T> {
    this.#running += 1;
    try {
      return await this.#current.run(work, act);
    } finally {
      this.#running -= 1;
      if (this.#running === 0) this.#current.disable();
    }
  }
}
