import { Body, Controller, Delete, Get, HttpCode, Put, Query } from '@nestjs/common';
import { By, Id, May, PageQuery } from '../platform/http/index.js';
import type { Actor } from '../platform/kernel/index.js';
import { SubscriptionsQueries } from './subscriptions.queries.js';
import { SeenRequest } from './subscriptions.requests.js';
import type { SubscriptionPageResponse, SubscriptionResponse } from './subscriptions.responses.js';
import { Subscriptions } from './subscriptions.service.js';

/** What I follow, known to nobody else. */
@Controller()
export class SubscriptionsController {
  constructor(
    private readonly subscriptions: Subscriptions,
    private readonly queries: SubscriptionsQueries,
  ) {}

  /** The consultations that I follow, each with what is new since I last looked; what I followed last is first. */
  @Get('me/subscriptions')
  @May('consultation.follow')
  mine(@Query() { limit, after }: PageQuery, @By() by: Actor): Promise<SubscriptionPageResponse> {
    return this.queries.mine(by, limit, after);
  }

  /** Whether I follow it, and what is new in it. */
  @Get('consultations/:id/my-subscription')
  @May('consultation.follow')
  one(@Id() id: string, @By() by: Actor): Promise<SubscriptionResponse> {
    return this.queries.one(id, by);
  }

  /** Follows it from now on. Again it changes nothing. */
  @Put('consultations/:id/my-subscription')
  @May('consultation.follow')
  async follow(@Id() id: string, @By() by: Actor): Promise<SubscriptionResponse> {
    await this.subscriptions.follow(id, by);
    return this.queries.one(id, by);
  }

  /** Says that I know what is new in it. */
  @Put('consultations/:id/my-subscription/seen')
  @May('consultation.follow')
  async see(@Id() id: string, @Body() { upTo }: SeenRequest, @By() by: Actor): Promise<SubscriptionResponse> {
    await this.subscriptions.see(id, upTo, by);
    return this.queries.one(id, by);
  }

  /** Follows it no more. Again it changes nothing. */
  @Delete('consultations/:id/my-subscription')
  @May('consultation.follow')
  @HttpCode(204)
  stop(@Id() id: string, @By() by: Actor): Promise<void> {
    return this.subscriptions.stop(id, by);
  }
}
