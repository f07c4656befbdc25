import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Statements } from '../database/index.js';
import { KEY_HOURS } from '../http/index.js';
import { Clock } from '../kernel/index.js';
import { Jobs } from './jobs.service.js';

export const FORGET_KEYS = 'forget-keys';

/** Most keys deleted by one statement, so that none runs long or locks many rows. */
const AT_ONCE = 1_000;
const MS_PER_HOUR = 3_600_000;

/** What time causes: a key of a repeated request is forgotten after a day. */
@Injectable()
export class RepetitionTasks implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.everyMinute(FORGET_KEYS, async () => {
      await this.forget();
    });
  }

  /** Deletes keys that stand for nothing any more; a key that a request holds just now is left. Gives how many. */
  async forget(): Promise<number> {
    const oldest = new Date(this.clock.now().getTime() - KEY_HOURS * MS_PER_HOUR);
    for (let forgotten = 0; ;) {
      const rows = await this.statements.rows(
        'repetition-forget',
        `delete from idempotency_keys where (account_id, route, key) in (
           select account_id, route, key from idempotency_keys where created_at < $1
           order by created_at limit ${AT_ONCE} for update skip locked)
         returning true`,
        [oldest],
      );
      forgotten += rows.length;
      if (rows.length < AT_ONCE) return forgotten;
    }
  }
}
