import { Controller, Get, Query } from '@nestjs/common';
import { By, Id, Public } from '../platform/http/index.js';
import type { Actor } from '../platform/kernel/index.js';
import { ComparisonsQueries } from './comparisons.queries.js';
import { ComparisonQuery } from './comparisons.requests.js';
import { comparisonResponse, ComparisonResponse } from './comparisons.responses.js';

/** What changed between versions of a text. */
@Controller('consultations/:id')
export class ComparisonsController {
  constructor(private readonly comparisons: ComparisonsQueries) {}

  /** Two versions, provision by provision: moved, changed, added, removed, with the words marked. */
  @Get('comparison')
  @Public()
  async compare(@Id() id: string, @Query() query: ComparisonQuery, @By() by: Actor): Promise<ComparisonResponse> {
    return comparisonResponse(await this.comparisons.of(id, query, by));
  }
}
