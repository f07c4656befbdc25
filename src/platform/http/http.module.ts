import { Module } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { AnswerCache } from './answer-cache.js';
import { HealthController } from './health.controller.js';
import { ProblemFilter } from './problem.filter.js';
import { InputPipe } from './validation.pipe.js';

/** What every route has: checked input, problems, answers kept in memory. */
@Module({
  controllers: [HealthController],
  providers: [
    AnswerCache,
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_PIPE, useClass: InputPipe },
  ],
  exports: [AnswerCache],
})
export class HttpModule {}
