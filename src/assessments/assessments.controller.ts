import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { By, Id, IfMatch, May, Public, RepeatedBy } from '../platform/http/index.js';
import type { Actor } from '../platform/kernel/index.js';
import { AssessmentRecords } from './assessment-records.service.js';
import { AssessmentsQueries } from './assessments.queries.js';
import {
  AssessmentRequest,
  AssessmentsQuery,
  AssessmentCorrectionRequest,
  AssessmentPublicationRequest,
  AssessmentReplyRequest,
  AssessmentReviewRequest,
  AssessmentVersionQuery,
} from './assessments.requests.js';
import { AssessmentPageResponse, AssessmentResponse } from './assessments.responses.js';
import { AssessmentsService } from './assessments.service.js';
import { PublicationsService } from './publications.service.js';
import { WorkingsResponse } from './workings.responses.js';

/** The scoring of government bodies. */
@Controller('assessments')
export class AssessmentsController {
  constructor(
    private readonly assessments: AssessmentsService,
    private readonly publications: PublicationsService,
    private readonly records: AssessmentRecords,
    private readonly queries: AssessmentsQueries,
  ) {}

  /** Plans an assessment. */
  @Post()
  @May('assessment.conduct')
  @RepeatedBy('one')
  async plan(@Body() wanted: AssessmentRequest, @By() by: Actor): Promise<AssessmentResponse> {
    return this.records.one(await this.assessments.plan(wanted, by), by);
  }

  /** Published assessments, newest first; for those concerned also what is under way. */
  @Get()
  @Public()
  list(@Query() query: AssessmentsQuery, @By() by: Actor): Promise<AssessmentPageResponse> {
    return this.queries.list(query, by);
  }

  /** One assessment; `version` reads an earlier published version. */
  @Get(':id')
  @Public()
  one(@Id() id: string, @By() by: Actor, @Query() query?: AssessmentVersionQuery): Promise<AssessmentResponse> {
    return this.records.one(id, by, numberIn(query));
  }

  /** Everything a stranger needs to recompute the score. */
  @Get(':id/workings')
  @Public()
  workings(@Id() id: string, @By() by: Actor, @Query() query: AssessmentVersionQuery): Promise<WorkingsResponse> {
    return this.records.workingsOf(id, by, numberIn(query));
  }

  /** Opens the collection of values. */
  @Put(':id/collection')
  @May('assessment.conduct')
  async collect(@Id() id: string, @By() by: Actor, @IfMatch() expected?: number): Promise<AssessmentResponse> {
    await this.assessments.collect(id, by, expected);
    return this.records.one(id, by);
  }

  /** Names the assessors (A3); every indicator must be settled. */
  @Put(':id/review')
  @May('assessment.conduct')
  async review(
    @Id() id: string,
    @Body() { assessors }: AssessmentReviewRequest,
    @By() by: Actor,
    @IfMatch() expected?: number,
  ): Promise<AssessmentResponse> {
    await this.assessments.review(id, assessors, by, expected);
    return this.records.one(id, by);
  }

  /** Asks the assessed body to reply (A1); all assessors must have judged. */
  @Put(':id/reply-request')
  @May('assessment.conduct')
  async requestReply(@Id() id: string, @By() by: Actor, @IfMatch() expected?: number): Promise<AssessmentResponse> {
    await this.assessments.requestReply(id, by, expected);
    return this.records.one(id, by);
  }

  /** The reply of the assessed body. */
  @Put(':id/reply')
  @May('assessment.reply')
  async reply(
    @Id() id: string,
    @Body() wanted: AssessmentReplyRequest,
    @By() by: Actor,
    @IfMatch() expected?: number,
  ): Promise<AssessmentResponse> {
    await this.assessments.reply(id, wanted, by, expected);
    return this.records.one(id, by);
  }

  /** Fixes the score. */
  @Put(':id/adoption')
  @May('assessment.conduct')
  async adopt(@Id() id: string, @By() by: Actor, @IfMatch() expected?: number): Promise<AssessmentResponse> {
    await this.assessments.adopt(id, by, expected);
    return this.records.one(id, by);
  }

  /** Publishes it now, or at an instant to come. */
  @Put(':id/publication')
  @May('assessment.publish')
  async publish(
    @Id() id: string,
    @Body() { at }: AssessmentPublicationRequest,
    @By() by: Actor,
    @IfMatch() expected?: number,
  ): Promise<AssessmentResponse> {
    await this.publications.publish(id, at === undefined ? undefined : new Date(at), by, expected);
    return this.records.one(id, by);
  }

  /** Opens a corrected version, naming the reason; the published one stays readable. */
  @Post(':id/corrections')
  @May('assessment.publish')
  @RepeatedBy('one')
  async correct(
    @Id() id: string,
    @Body() { reason }: AssessmentCorrectionRequest,
    @By() by: Actor,
    @IfMatch() expected?: number,
  ): Promise<AssessmentResponse> {
    await this.publications.correct(id, reason, by, expected);
    return this.records.one(id, by);
  }
}

function numberIn(query: AssessmentVersionQuery | undefined): number | undefined {
  return query?.version === undefined ? undefined : Number(query.version);
}
