import { Global, Module } from '@nestjs/common';
import { Jobs } from './jobs.service.js';
import { RepetitionTasks } from './repetition.tasks.js';

/** The queue of work that follows acts. */
@Global()
@Module({ providers: [Jobs, RepetitionTasks], exports: [Jobs] })
export class JobsModule {}
