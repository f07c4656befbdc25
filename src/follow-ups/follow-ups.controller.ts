import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { By, Id, IfMatch, May, Public, RepeatedBy } from '../platform/http/index.js';
import type { Actor } from '../platform/kernel/index.js';
import { FollowUpsQueries } from './follow-ups.queries.js';
import {
  FollowUpCompletionRequest,
  FollowUpRequest,
  FollowUpsQuery,
  MeasureRequest,
  FollowUpProgressRequest,
  FollowUpRefusalRequest,
  FollowUpVerificationRequest,
} from './follow-ups.requests.js';
import { FollowUpPageResponse, FollowUpResponse, GapsResponse } from './follow-ups.responses.js';
import { FollowUpsService } from './follow-ups.service.js';

/** What came of assessments and recommendations. */
@Controller()
export class FollowUpsController {
  constructor(
    private readonly followUps: FollowUpsService,
    private readonly queries: FollowUpsQueries,
  ) {}

  /** Measures by due date. */
  @Get('follow-ups')
  @Public()
  list(@Query() query: FollowUpsQuery, @By() by: Actor): Promise<FollowUpPageResponse> {
    return this.queries.list(query, by);
  }

  /** One measure. */
  @Get('follow-ups/:id')
  @Public()
  one(@Id() id: string, @By() by: Actor): Promise<FollowUpResponse> {
    return this.queries.one(id, by);
  }

  /** Weak indicators of a published assessment without an action or a reasoned refusal (A2). */
  @Get('assessments/:id/gaps')
  @Public()
  async gaps(@Id() id: string): Promise<GapsResponse> {
    return { items: await this.queries.gaps(id), next: null };
  }

  /** Promises a measure after a published assessment. */
  @Post('assessments/:id/follow-ups')
  @May('follow-up.promise')
  @RepeatedBy('one')
  async promiseAfterAssessment(
    @Id() id: string,
    @Body() wanted: FollowUpRequest,
    @By() by: Actor,
  ): Promise<FollowUpResponse> {
    return this.queries.one(await this.followUps.promiseAfterAssessment(id, wanted, by), by);
  }

  /** Promises a measure after a recommendation that was accepted, wholly or partly. */
  @Post('recommendations/:id/follow-ups')
  @May('follow-up.promise')
  @RepeatedBy('one')
  async promiseAfterRecommendation(
    @Id() id: string,
    @Body() wanted: MeasureRequest,
    @By() by: Actor,
  ): Promise<FollowUpResponse> {
    return this.queries.one(await this.followUps.promiseAfterRecommendation(id, wanted, by), by);
  }

  /** The body tells how far it is. */
  @Put('follow-ups/:id/progress')
  @May('follow-up.report')
  async progress(
    @Id() id: string,
    @Body() { note, evidence = [] }: FollowUpProgressRequest,
    @By() by: Actor,
    @IfMatch() expected?: number,
  ): Promise<FollowUpResponse> {
    await this.followUps.report(id, { kind: 'progress', note, evidence }, by, expected);
    return this.queries.one(id, by);
  }

  /** The body tells that it has finished, with evidence. */
  @Put('follow-ups/:id/completion')
  @May('follow-up.report')
  async complete(
    @Id() id: string,
    @Body() { note, evidence }: FollowUpCompletionRequest,
    @By() by: Actor,
    @IfMatch() expected?: number,
  ): Promise<FollowUpResponse> {
    await this.followUps.report(id, { kind: 'completion', note, evidence }, by, expected);
    return this.queries.one(id, by);
  }

  /** The body refuses, with reasons. */
  @Put('follow-ups/:id/refusal')
  @May('follow-up.refuse')
  async refuse(
    @Id() id: string,
    @Body() { reasons }: FollowUpRefusalRequest,
    @By() by: Actor,
    @IfMatch() expected?: number,
  ): Promise<FollowUpResponse> {
    await this.followUps.refuse(id, reasons, by, expected);
    return this.queries.one(id, by);
  }

  /** The council says what it found. */
  @Put('follow-ups/:id/verification')
  @May('follow-up.verify')
  async verify(
    @Id() id: string,
    @Body() found: FollowUpVerificationRequest,
    @By() by: Actor,
    @IfMatch() expected?: number,
  ): Promise<FollowUpResponse> {
    await this.followUps.verify(id, found, by, expected);
    return this.queries.one(id, by);
  }
}
