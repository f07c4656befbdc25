import { Global, Module } from '@nestjs/common';
import { Jobs } from './jobs.service.js';

/** The queue of work that follows acts. */
@Global()
@Module({ providers: [Jobs], exports: [Jobs] })
export class JobsModule {}
