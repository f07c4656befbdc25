import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DueDates } from '../calendar/index.js';
import { Jobs } from '../platform/jobs/index.js';
import { PublicationsService } from './publications.service.js';
import { ReplyTerms } from './reply-terms.repository.js';

export const ANNOUNCE_ASSESSMENTS = 'announce-assessments';

/** What time causes: scheduled publications are announced, open terms follow the calendar. */
@Injectable()
export class AssessmentsTasks implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly dueDates: DueDates,
    private readonly publications: PublicationsService,
    private readonly replyTerms: ReplyTerms,
  ) {}

  onModuleInit(): void {
    this.jobs.everyMinute(ANNOUNCE_ASSESSMENTS, async () => {
      await this.publications.announceDue();
    });
    this.dueDates.register(this.replyTerms);
  }
}
