import { Controller, Get } from '@nestjs/common';
import { Id, Public } from '../platform/http/index.js';
import { ImportsQueries } from './imports.queries.js';
import { CommentSourceResponse, SourceResponse } from './imports.responses.js';

/** Where records that were taken over come from. */
@Controller()
export class ImportsController {
  constructor(private readonly queries: ImportsQueries) {}

  /** The discussion on the national portal that a consultation was taken over from, and what is known only there. */
  @Get('consultations/:id/source')
  @Public()
  source(@Id() id: string): Promise<SourceResponse> {
    return this.queries.source(id);
  }

  /** What the national portal tells of a comment that was taken over. */
  @Get('comments/:id/source')
  @Public()
  commentSource(@Id() id: string): Promise<CommentSourceResponse> {
    return this.queries.commentSource(id);
  }
}
