import { Global, Module } from '@nestjs/common';
import { JournalController } from './journal.controller.js';
import { JournalQueries } from './journal.queries.js';
import { Journal } from './journal.service.js';
import { JournalVerification } from './verification.js';

/** The append-only record of acts. */
@Global()
@Module({
  controllers: [JournalController],
  providers: [Journal, JournalQueries, JournalVerification],
  exports: [Journal, JournalQueries, JournalVerification],
})
export class JournalModule {}
