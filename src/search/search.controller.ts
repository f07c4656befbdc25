import { Controller, Get, Query } from '@nestjs/common';
import { Public } from '../platform/http/index.js';
import { Clock } from '../platform/kernel/index.js';
import { CommentsSearchQueries } from './comments-search.queries.js';
import { DraftsSearchQueries } from './drafts-search.queries.js';
import { CommentsSearchQuery, DraftsSearchQuery } from './search.requests.js';
import { CommentsFoundResponse, DraftsFoundResponse } from './search.responses.js';

/** Search in Kazakh, Russian and English: a word is found in all its forms, and without Kazakh letters too. */
@Controller('search')
export class SearchController {
  constructor(
    private readonly drafts: DraftsSearchQueries,
    private readonly comments: CommentsSearchQueries,
    private readonly clock: Clock,
  ) {}

  /** Published drafts by the words of title, summary, objectives, explanatory note and the current text. */
  @Get('consultations')
  @Public()
  searchDrafts(@Query() query: DraftsSearchQuery): Promise<DraftsFoundResponse> {
    return this.drafts.search(query, this.clock.today());
  }

  /** Comments whose words everyone may read, of one consultation or of all. */
  @Get('comments')
  @Public()
  searchComments(@Query() query: CommentsSearchQuery): Promise<CommentsFoundResponse> {
    return this.comments.search(query, this.clock.today());
  }
}
