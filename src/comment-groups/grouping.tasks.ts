import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../platform/jobs/index.js';
import { GroupingService } from './grouping.service.js';

export const GROUP_COMMENTS = 'group-comments';

/** Every minute comments that came in since get their groups. */
@Injectable()
export class GroupingTasks implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly grouping: GroupingService,
  ) {}

  onModuleInit(): void {
    this.jobs.everyMinute(GROUP_COMMENTS, async () => {
      await this.grouping.sweep();
    });
  }
}
