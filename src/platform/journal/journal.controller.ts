import { Controller, Get, Query } from '@nestjs/common';
import { Public } from '../http/index.js';
import { JournalQueries } from './journal.queries.js';
import { JournalQuery } from './journal.requests.js';
import { JournalPageResponse } from './journal.responses.js';

/** The public timeline of acts. */
@Controller('journal')
export class JournalController {
  constructor(private readonly queries: JournalQueries) {}

  /** Public acts, oldest first, each with its rules and the hash of its entry. */
  @Get()
  @Public()
  list(@Query() { limit, after, subject }: JournalQuery): Promise<JournalPageResponse> {
    return this.queries.list(limit, after, subject);
  }
}
