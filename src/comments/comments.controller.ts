import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Arrived, By, Id, IfMatch, JsonText, May, PageQuery, Public, type Arrival } from '../platform/http/index.js';
import type { Actor } from '../platform/kernel/index.js';
import { CommentFilesQueries } from './comment-files.queries.js';
import { CommentsQueries } from './comments.queries.js';
import {
  AnswerRequest,
  AnswerRevisionRequest,
  CommentRequest,
  CommentsQuery,
  DisowningRequest,
} from './comments.requests.js';
import {
  CommentFilesResponse,
  CommentPageResponse,
  commentResponse,
  CommentResponse,
  ReceiptStateResponse,
} from './comments.responses.js';
import { CommentsService } from './comments.service.js';
import { EarlierAnswerPageResponse } from './earlier-answers.responses.js';

/** Comments on drafts, their receipts and answers. */
@Controller()
export class CommentsController {
  constructor(
    private readonly comments: CommentsService,
    private readonly queries: CommentsQueries,
    private readonly files: CommentFilesQueries,
  ) {}

  /**
   * Says what is wrong with a draft; the receipt proves that it was received. The same request makes one comment; the
   * same words of the same person about the same place are refused with the first receipt (409).
   */
  @Post('consultations/:id/comments')
  @May('comment.post')
  async post(
    @Id() id: string,
    @Body() wanted: CommentRequest,
    @By() by: Actor,
    @Arrived() arrival: Arrival,
  ): Promise<CommentResponse> {
    const posted = await this.comments.post(id, wanted, by, arrival);
    if ('row' in posted) return commentResponse(posted.row, by);
    arrival.markReplayed?.();
    return this.queries.one(posted.repeatedId, by);
  }

  /** What participants say, in the order of acceptance. */
  @Get('consultations/:id/comments')
  @Public()
  @ApiOkResponse({ type: CommentPageResponse })
  list(@Id() id: string, @Query() query: CommentsQuery): Promise<JsonText> {
    return this.queries.list(id, query);
  }

  /** One comment. */
  @Get('comments/:id')
  @Public()
  one(@Id() id: string, @By() by: Actor): Promise<CommentResponse> {
    return this.queries.one(id, by);
  }

  /** The files that came with a comment, for whoever may read its words. */
  @Get('comments/:id/files')
  @Public()
  async filesOf(@Id() id: string, @By() by: Actor): Promise<CommentFilesResponse> {
    return { items: await this.files.of(id, by) };
  }

  /** Answers that the body changed since, the latest first, each with the reason of the change. */
  @Get('comments/:id/earlier-answers')
  @Public()
  earlierAnswers(@Id() id: string, @Query() { limit, after }: PageQuery): Promise<EarlierAnswerPageResponse> {
    return this.queries.earlierAnswers(id, limit, after);
  }

  /** What became of the comment with this receipt. */
  @Get('receipts/:number')
  @Public()
  receipt(@Param('number') number: string): Promise<ReceiptStateResponse> {
    return this.queries.receipt(number);
  }

  /** My comments with their answers, the latest first. */
  @Get('me/comments')
  @May('account.self')
  mine(@By() by: Actor, @Query() { limit, after }: PageQuery): Promise<CommentPageResponse> {
    return this.queries.mine(by, limit, after);
  }

  /** The author takes a comment back. It stays counted, without its words. */
  @Put('comments/:id/withdrawal')
  @May('comment.withdraw')
  async withdraw(@Id() id: string, @By() by: Actor, @IfMatch() expected?: number): Promise<CommentResponse> {
    await this.comments.withdraw(id, by, expected);
    return this.queries.one(id, by);
  }

  /** I did not write this comment that was posted from my account. Said publicly and for good; it stays, without a name. */
  @Put('comments/:id/disowning')
  @May('comment.disown')
  async disown(
    @Id() id: string,
    @Body() { reason }: DisowningRequest,
    @By() by: Actor,
    @IfMatch() expected?: number,
  ): Promise<CommentResponse> {
    await this.comments.disown(id, reason, by, expected);
    return this.queries.one(id, by);
  }

  /** The body answers a comment with reasons. */
  @Put('comments/:id/answer')
  @May('comment.answer')
  async answer(
    @Id() id: string,
    @Body() answer: AnswerRequest,
    @By() by: Actor,
    @IfMatch() expected?: number,
  ): Promise<CommentResponse> {
    await this.comments.answer(id, answer, by, expected);
    return this.queries.one(id, by);
  }

  /** The body changes its answer, with the reason; the one that stood stays readable. */
  @Put('comments/:id/answer/revision')
  @May('comment.answer')
  async revise(
    @Id() id: string,
    @Body() revision: AnswerRevisionRequest,
    @By() by: Actor,
    @IfMatch() expected?: number,
  ): Promise<CommentResponse> {
    await this.comments.revise(id, revision, by, expected);
    return this.queries.one(id, by);
  }
}
