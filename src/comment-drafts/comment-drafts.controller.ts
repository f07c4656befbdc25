import { Body, Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import { By, Id, May } from '../platform/http/index.js';
import { notFound, type Actor } from '../platform/kernel/index.js';
import { CommentDraftsQueries } from './comment-drafts.queries.js';
import { CommentDraftRequest } from './comment-drafts.requests.js';
import type { CommentDraftResponse } from './comment-drafts.responses.js';
import { CommentDrafts } from './comment-drafts.service.js';

/** The comment that I am writing: one in each discussion, for me alone. */
@Controller('consultations/:id/my-draft')
export class CommentDraftsController {
  constructor(
    private readonly drafts: CommentDrafts,
    private readonly queries: CommentDraftsQueries,
  ) {}

  /** What I kept. */
  @Get()
  @May('comment.post')
  one(@Id() id: string, @By() by: Actor): Promise<CommentDraftResponse> {
    return this.queries.one(id, by);
  }

  /** Keeps what I have written so far, in the place of what I kept before. */
  @Put()
  @May('comment.post')
  async keep(@Id() id: string, @Body() wanted: CommentDraftRequest, @By() by: Actor): Promise<CommentDraftResponse> {
    await this.drafts.keep(id, wanted, by);
    return this.queries.one(id, by);
  }

  /** Lets go of it. */
  @Delete()
  @May('comment.post')
  @HttpCode(204)
  async discard(@Id() id: string, @By() by: Actor): Promise<void> {
    if (!(await this.drafts.discard(id, by))) throw notFound();
  }
}
