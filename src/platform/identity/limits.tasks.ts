import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Statements } from '../database/index.js';
import { Jobs } from '../jobs/index.js';

export const FORGET_FAILURES = 'forget-failures';

/** Most counts deleted by one statement, so that none runs long or locks many rows. */
const AT_ONCE = 1_000;

/** What time causes: failed sign-ins and letters asked for are no longer counted, so what they were of is forgotten. */
@Injectable()
export class LimitsTasks implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly statements: Statements,
  ) {}

  onModuleInit(): void {
    this.jobs.everyMinute(FORGET_FAILURES, async () => {
      await this.forget();
    });
  }

  /** Deletes counts whose window is over; one that is raised just now is left. Gives how many. */
  async forget(): Promise<number> {
    // The counters measure their windows by the machine's time, also where ours was set to another day.
    const now = Date.now();
    for (let forgotten = 0; ;) {
      const rows = await this.statements.rows(
        'failures-forget',
        `delete from sign_in_failures where key in (
           select key from sign_in_failures where expire < $1 limit ${AT_ONCE} for update skip locked)
         returning true`,
        [now],
      );
      forgotten += rows.length;
      if (rows.length < AT_ONCE) return forgotten;
    }
  }
}
