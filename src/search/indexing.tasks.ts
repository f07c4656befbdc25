import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../platform/jobs/index.js';
import { IndexingService } from './indexing.service.js';

export const INDEX_FOR_SEARCH = 'index-for-search';

/** Every minute what was published or accepted since becomes findable. */
@Injectable()
export class IndexingTasks implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly indexing: IndexingService,
  ) {}

  onModuleInit(): void {
    this.jobs.everyMinute(INDEX_FOR_SEARCH, () => this.indexing.sweep());
  }
}
