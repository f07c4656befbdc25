import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/index.js';
import { Jobs } from '../platform/jobs/index.js';
import { Clock } from '../platform/kernel/index.js';
import { UnconfirmedCommentsRepository } from './unconfirmed-comments.repository.js';

export const SWEEP_UNCONFIRMED_COMMENTS = 'sweep-unconfirmed-comments';

/** What time causes: a comment that nobody confirmed is removed, with the address. */
@Injectable()
export class UnconfirmedCommentsTasks implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly unitOfWork: UnitOfWork,
    private readonly waiting: UnconfirmedCommentsRepository,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.everyMinute(SWEEP_UNCONFIRMED_COMMENTS, async () => {
      await this.sweep();
    });
  }

  /** Gives how many were removed. */
  async sweep(): Promise<number> {
    for (let removed = 0; ;) {
      const { gone, isLeft } = await this.unitOfWork.run(() => this.waiting.sweep(this.clock.now()));
      removed += gone;
      if (!isLeft) return removed;
    }
  }
}
