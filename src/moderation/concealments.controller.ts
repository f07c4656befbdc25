import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { By, Id, IfMatch, May, Public } from '../platform/http/index.js';
import type { Actor } from '../platform/kernel/index.js';
import { Appeals } from './appeals.service.js';
import { ConcealmentsQueries } from './concealments.queries.js';
import { AppealPageResponse, ConcealmentResponse } from './concealments.responses.js';
import { Concealments } from './concealments.service.js';
import {
  AppealDecisionRequest,
  AppealRequest,
  AppealsQuery,
  ConcealmentRequest,
  ReversalRequest,
} from './moderation.requests.js';

/** Comments that bodies hide from the public, and the appeals of their authors. */
@Controller()
export class ConcealmentsController {
  constructor(
    private readonly concealments: Concealments,
    private readonly appeals: Appeals,
    private readonly queries: ConcealmentsQueries,
  ) {}

  /** The last concealment of a comment, in force or not. */
  @Get('comments/:id/concealment')
  @Public()
  one(@Id() id: string, @By() by: Actor): Promise<ConcealmentResponse> {
    return this.queries.one(id, by);
  }

  /** The body hides a comment on a ground of the closed list. It stays counted, and its text is not deleted. */
  @Put('comments/:id/concealment')
  @May('comment.conceal')
  async conceal(
    @Id() id: string,
    @Body() wanted: ConcealmentRequest,
    @By() by: Actor,
    @IfMatch() expected?: number,
  ): Promise<ConcealmentResponse> {
    await this.concealments.conceal(id, wanted, by, expected);
    return this.queries.one(id, by);
  }

  /** The body shows the comment again, before an appeal is decided. */
  @Put('comments/:id/concealment/reversal')
  @May('comment.conceal')
  async reverse(
    @Id() id: string,
    @Body() { reasons }: ReversalRequest,
    @By() by: Actor,
    @IfMatch() expected?: number,
  ): Promise<ConcealmentResponse> {
    await this.concealments.reverse(id, reasons, by, expected);
    return this.queries.one(id, by);
  }

  /** The author appeals, once and within the term (N1.appeal). */
  @Put('comments/:id/appeal')
  @May('comment.appeal')
  async appeal(
    @Id() id: string,
    @Body() { grounds }: AppealRequest,
    @By() by: Actor,
    @IfMatch() expected?: number,
  ): Promise<ConcealmentResponse> {
    await this.appeals.appeal(id, grounds, by, expected);
    return this.queries.one(id, by);
  }

  /** The authority decides, finally; never the account that hid the comment (N2). */
  @Put('comments/:id/appeal/decision')
  @May('comment.decide-appeal')
  async decide(
    @Id() id: string,
    @Body() decision: AppealDecisionRequest,
    @By() by: Actor,
    @IfMatch() expected?: number,
  ): Promise<ConcealmentResponse> {
    await this.appeals.decide(id, decision, by, expected);
    return this.queries.one(id, by);
  }

  /** Appeals by the last day of their decision. */
  @Get('appeals')
  @May('comment.decide-appeal')
  list(@Query() query: AppealsQuery, @By() by: Actor): Promise<AppealPageResponse> {
    return this.queries.appeals(query, by);
  }
}
