import { Controller, Get, Query } from '@nestjs/common';
import { Id, Public } from '../platform/http/index.js';
import { BodiesQueries } from './bodies.queries.js';
import { BodiesQuery, TerritoriesQuery } from './bodies.requests.js';
import { BodyPageResponse, BodyResponse, TerritoryPageResponse, TerritoryResponse } from './bodies.responses.js';

/** Territories and government bodies. */
@Controller()
export class BodiesController {
  constructor(private readonly queries: BodiesQueries) {}

  /** Territories by KATO code. */
  @Get('territories')
  @Public()
  territories(@Query() query: TerritoriesQuery): Promise<TerritoryPageResponse> {
    return this.queries.territories(query);
  }

  /** One territory. */
  @Get('territories/:id')
  @Public()
  territory(@Id() id: string): Promise<TerritoryResponse> {
    return this.queries.territory(id);
  }

  /** Government bodies. */
  @Get('bodies')
  @Public()
  bodies(@Query() query: BodiesQuery): Promise<BodyPageResponse> {
    return this.queries.bodies(query);
  }

  /** One government body. */
  @Get('bodies/:id')
  @Public()
  body(@Id() id: string): Promise<BodyResponse> {
    return this.queries.body(id);
  }
}
