import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { By, Id, IfMatch, May, Public, RepeatedBy } from '../platform/http/index.js';
import type { Actor } from '../platform/kernel/index.js';
import { RecommendationsQueries } from './recommendations.queries.js';
import { RecommendationRequest, RecommendationsQuery, RecommendationReplyRequest } from './recommendations.requests.js';
import { RecommendationPageResponse, RecommendationResponse } from './recommendations.responses.js';
import { RecommendationsService } from './recommendations.service.js';

/** Recommendations of councils and the replies of bodies. */
@Controller()
export class RecommendationsController {
  constructor(
    private readonly recommendations: RecommendationsService,
    private readonly queries: RecommendationsQueries,
  ) {}

  /** Recommendations, the latest first. */
  @Get('recommendations')
  @Public()
  list(@Query() query: RecommendationsQuery): Promise<RecommendationPageResponse> {
    return this.queries.list(query);
  }

  /** Adopts a recommendation on a carried item. */
  @Post('agenda-items/:id/recommendations')
  @May('recommendation.adopt')
  @RepeatedBy('one')
  async adopt(
    @Id() agendaItemId: string,
    @Body() wanted: RecommendationRequest,
    @By() by: Actor,
  ): Promise<RecommendationResponse> {
    const { id } = await this.recommendations.adopt(agendaItemId, wanted, by);
    return this.queries.one(id, by);
  }

  /** One recommendation. */
  @Get('recommendations/:id')
  @Public()
  one(@Id() id: string, @By() by: Actor): Promise<RecommendationResponse> {
    return this.queries.one(id, by);
  }

  /** Sends it to the body; the term of the reply runs from this day. */
  @Put('recommendations/:id/dispatch')
  @May('recommendation.dispatch')
  async dispatch(@Id() id: string, @By() by: Actor, @IfMatch() expected?: number): Promise<RecommendationResponse> {
    await this.recommendations.dispatch(id, by, expected);
    return this.queries.one(id, by);
  }

  /** The body's reply, with reasons and signer. */
  @Put('recommendations/:id/reply')
  @May('recommendation.reply')
  async reply(
    @Id() id: string,
    @Body() draft: RecommendationReplyRequest,
    @By() by: Actor,
    @IfMatch() expected?: number,
  ): Promise<RecommendationResponse> {
    await this.recommendations.reply(id, draft, by, expected);
    return this.queries.one(id, by);
  }
}
