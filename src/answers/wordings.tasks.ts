import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../platform/jobs/index.js';
import { WordingsService } from './wordings.service.js';

export const COMPARE_ANSWERS = 'compare-answers';

/** Every minute answers that were given, changed or moved with their comments since are compared and counted. */
@Injectable()
export class WordingsTasks implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly wordings: WordingsService,
  ) {}

  onModuleInit(): void {
    this.jobs.everyMinute(COMPARE_ANSWERS, () => this.wordings.sweep());
  }
}
