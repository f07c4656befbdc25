import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { AnswerRequest, AnswerRevisionRequest } from '../comments/index.js';
import { By, Id, IfMatch, May, Public, RepeatedBy } from '../platform/http/index.js';
import type { Actor } from '../platform/kernel/index.js';
import { CommentGroupsQueries } from './comment-groups.queries.js';
import { CommentGroupsQuery, MergerRequest, SeparationRequest } from './comment-groups.requests.js';
import { CommentGroupDetailResponse, CommentGroupPageResponse } from './comment-groups.responses.js';
import { CommentGroupsService } from './comment-groups.service.js';

/** Comments of the same text: read together, answered at once. */
@Controller('consultations/:id/comment-groups')
export class CommentGroupsController {
  constructor(
    private readonly groups: CommentGroupsService,
    private readonly queries: CommentGroupsQueries,
  ) {}

  /** Groups of the same or nearly the same text, the largest first; a comment that stands alone is a group of one. */
  @Get()
  @Public()
  list(@Id() id: string, @Query() query: CommentGroupsQuery): Promise<CommentGroupPageResponse> {
    return this.queries.list(id, query);
  }

  /** One group. Its comments: `/consultations/{id}/comments?group=`. */
  @Get(':groupId')
  @Public()
  one(@Id() id: string, @Id('groupId') groupId: string, @By() by: Actor): Promise<CommentGroupDetailResponse> {
    return this.queries.one(id, groupId, by);
  }

  /** The body answers all comments of the group that have no answer yet, with the same reasons. */
  @Put(':groupId/answer')
  @May('comment.answer')
  async answer(
    @Id() consultationId: string,
    @Id('groupId') groupId: string,
    @Body() answer: AnswerRequest,
    @By() by: Actor,
    @IfMatch() expected?: number,
  ): Promise<CommentGroupDetailResponse> {
    await this.groups.answer({ consultationId, groupId, by, expected }, answer);
    return this.queries.made(groupId, by);
  }

  /** The body changes the answers of the group, with the reason; those that stood stay readable at each comment. */
  @Put(':groupId/answer/revision')
  @May('comment.answer')
  async revise(
    @Id() consultationId: string,
    @Id('groupId') groupId: string,
    @Body() revision: AnswerRevisionRequest,
    @By() by: Actor,
    @IfMatch() expected?: number,
  ): Promise<CommentGroupDetailResponse> {
    await this.groups.revise({ consultationId, groupId, by, expected }, revision);
    return this.queries.made(groupId, by);
  }

  /** Comments that say something else get a group of their own, with a reason. */
  @Post(':groupId/separation')
  @May('comment.group')
  @RepeatedBy('made')
  async split(
    @Id() consultationId: string,
    @Id('groupId') groupId: string,
    @Body() { comments, reason }: SeparationRequest,
    @By() by: Actor,
    @IfMatch() expected?: number,
  ): Promise<CommentGroupDetailResponse> {
    return this.made(await this.groups.split({ consultationId, groupId, by, expected }, comments, reason), by);
  }

  /** Puts all comments of the group into another one that says the same, with a reason. */
  @Put(':groupId/merger')
  @May('comment.group')
  async merge(
    @Id() consultationId: string,
    @Id('groupId') groupId: string,
    @Body() { into, reason }: MergerRequest,
    @By() by: Actor,
    @IfMatch() expected?: number,
  ): Promise<CommentGroupDetailResponse> {
    await this.groups.merge({ consultationId, groupId, by, expected }, into, reason);
    return this.queries.made(into, by);
  }

  /** The group that a repeated request made the first time. */
  made(id: string, by: Actor): Promise<CommentGroupDetailResponse> {
    return this.queries.made(id, by);
  }
}
