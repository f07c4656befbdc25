import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { By, Id, IfMatch, May, Public, RepeatedBy } from '../platform/http/index.js';
import type { Actor } from '../platform/kernel/index.js';
import { MethodologiesQueries } from './methodologies.queries.js';
import { MethodologiesQuery, MethodologyRequest } from './methodologies.requests.js';
import { MethodologyPageResponse, MethodologyResponse } from './methodologies.responses.js';
import { MethodologiesService } from './methodologies.service.js';

/** How government bodies are scored. */
@Controller('methodologies')
export class MethodologiesController {
  constructor(
    private readonly methodologies: MethodologiesService,
    private readonly queries: MethodologiesQueries,
  ) {}

  /** Prepares a methodology. */
  @Post()
  @May('methodology.prepare')
  @RepeatedBy('one')
  async prepare(@Body() wanted: MethodologyRequest, @By() by: Actor): Promise<MethodologyResponse> {
    return this.queries.one(await this.methodologies.prepare(wanted, by), by);
  }

  /** Methodologies, newest first. */
  @Get()
  @Public()
  list(@Query() query: MethodologiesQuery, @By() by: Actor): Promise<MethodologyPageResponse> {
    return this.queries.list(query, by);
  }

  /** One methodology. */
  @Get(':id')
  @Public()
  one(@Id() id: string, @By() by: Actor): Promise<MethodologyResponse> {
    return this.queries.one(id, by);
  }

  /** Publishes it; it is never changed after that. */
  @Put(':id/publication')
  @May('methodology.publish')
  async publish(@Id() id: string, @By() by: Actor, @IfMatch() expected?: number): Promise<MethodologyResponse> {
    await this.methodologies.publish(id, by, expected);
    return this.queries.one(id, by);
  }

  /** Retires it: no new assessment uses it. */
  @Put(':id/retirement')
  @May('methodology.publish')
  async retire(@Id() id: string, @By() by: Actor, @IfMatch() expected?: number): Promise<MethodologyResponse> {
    await this.methodologies.retire(id, by, expected);
    return this.queries.one(id, by);
  }
}
