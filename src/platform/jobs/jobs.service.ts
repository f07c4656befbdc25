import { Injectable, Logger } from '@nestjs/common';
import { Logger as WorkerLogger, parseCronItems, run, type Runner } from 'graphile-worker';
import { Statements, UnitOfWork } from '../database/index.js';

/** What a task does with its payload; thrown errors are retried with growing pauses. */
export type Task = (payload: never) => Promise<void>;

const CONCURRENCY = 2;
const POLL_MS = 1_000;

/** Work that follows an act: enqueued in the act's transaction, so it happens exactly when the act did. */
@Injectable()
export class Jobs {
  readonly #logger = new Logger('Jobs');
  readonly #tasks = new Map<string, Task>();
  readonly #everyMinute: string[] = [];
  #runner: Runner | undefined;
  #pool: { end(): Promise<void> } | undefined;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly statements: Statements,
  ) {}

  /** Registers a task by name, at start-up. */
  register(name: string, task: Task): void {
    if (this.#tasks.has(name)) throw new Error(`Two tasks are called ${name}.`);
    this.#tasks.set(name, task);
  }

  /** Registers a task that asks the clock what is due: it runs every minute in one of the processes. */
  everyMinute(name: string, task: Task): void {
    this.register(name, task);
    this.#everyMinute.push(name);
  }

  /** Enqueues a job; throws outside a transaction. No future run time: tasks ask the clock what is due. */
  async add(name: string, payload: object): Promise<void> {
    await this.unitOfWork.manager.query('select graphile_worker.add_job($1, $2::json)', [
      name,
      JSON.stringify(payload),
    ]);
  }

  /** Starts the worker in this process. */
  async start(): Promise<void> {
    this.#runner = await run({
      pgPool: (this.#pool = this.statements.newPool(CONCURRENCY + 2)),
      concurrency: CONCURRENCY,
      pollInterval: POLL_MS,
      noHandleSignals: true,
      taskList: Object.fromEntries(
        [...this.#tasks].map(([name, task]) => [name, (payload: unknown) => task(payload as never)]),
      ),
      parsedCronItems: parseCronItems(
        this.#everyMinute.map((task) => ({ task, match: '* * * * *', options: { maxAttempts: 1 } })),
      ),
      logger: new WorkerLogger(() => (level, message) => {
        if (['error', 'warning'].includes(level)) this.#logger.warn(message);
      }),
    });
    this.#runner.promise.catch((error: unknown) => {
      this.#logger.error(`The worker stopped: ${error instanceof Error ? error.message : String(error)}`);
    });
  }

  /** Ends the worker after the jobs under way. */
  async stop(): Promise<void> {
    await this.#runner?.stop().catch(() => undefined);
    await this.#pool?.end();
    this.#runner = undefined;
    this.#pool = undefined;
  }
}
