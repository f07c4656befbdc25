import { Body, Controller, Get, Post } from '@nestjs/common';
import { By, Id, May, RepeatedBy } from '../platform/http/index.js';
import type { Actor } from '../platform/kernel/index.js';
import { PaperCommentsQueries } from './paper-comments.queries.js';
import { PaperCommentRequest } from './paper-comments.requests.js';
import type { PaperCommentResponse } from './paper-comments.responses.js';
import { PaperComments } from './paper-comments.service.js';

/** Comments that came to a body on paper or by e-mail. */
@Controller()
export class PaperCommentsController {
  constructor(
    private readonly letters: PaperComments,
    private readonly queries: PaperCommentsQueries,
  ) {}

  /** The body enters a letter as a comment, with the day on which it came; the receipt is told to the author by letter. */
  @Post('consultations/:id/paper-comments')
  @May('comment.enter')
  @RepeatedBy('one')
  async enter(@Id() id: string, @Body() wanted: PaperCommentRequest, @By() by: Actor): Promise<PaperCommentResponse> {
    return this.one(await this.letters.enter(id, wanted, by), by);
  }

  /** The letter of a comment, for officers of the body: who wrote it, its scan, its receipt. */
  @Get('paper-comments/:id')
  @May('comment.enter')
  one(@Id() id: string, @By() by: Actor): Promise<PaperCommentResponse> {
    return this.queries.one(id, by);
  }
}
