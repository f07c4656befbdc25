import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../platform/jobs/index.js';
import { LimitsRepository } from './limits.repository.js';

export const FORGET_LIMITS = 'forget-comment-limits';

/** What time causes: who sent how much is forgotten when it counts no more. */
@Injectable()
export class LimitsTasks implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly limits: LimitsRepository,
  ) {}

  onModuleInit(): void {
    this.jobs.everyMinute(FORGET_LIMITS, async () => {
      await this.limits.forget();
    });
  }
}
