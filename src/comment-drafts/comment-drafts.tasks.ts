import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/index.js';
import { Jobs } from '../platform/jobs/index.js';
import { Clock } from '../platform/kernel/index.js';
import { CommentDraftsRepository } from './comment-drafts.repository.js';

export const SWEEP_COMMENT_DRAFTS = 'sweep-comment-drafts';

/** What time causes: a comment that was never sent is removed when the discussion ends, one that was sent at once. */
@Injectable()
export class CommentDraftsTasks implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: CommentDraftsRepository,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.everyMinute(SWEEP_COMMENT_DRAFTS, async () => {
      await this.sweep();
    });
  }

  /** Gives how many were removed. */
  sweep(): Promise<number> {
    return this.unitOfWork.run(() => this.drafts.sweep(this.clock.today()));
  }
}
