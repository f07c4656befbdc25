import { Body, Controller, Get, Post } from '@nestjs/common';
import { By, Id, IfMatch, May, Public, RepeatedBy } from '../platform/http/index.js';
import type { Actor } from '../platform/kernel/index.js';
import { ConvocationRequest } from './councils.requests.js';
import { ConvocationResponse } from './councils.responses.js';
import { CouncilsQueries } from './councils.queries.js';
import { CouncilsService } from './councils.service.js';

/** Terms of councils. */
@Controller()
export class ConvocationsController {
  constructor(
    private readonly councils: CouncilsService,
    private readonly queries: CouncilsQueries,
  ) {}

  /** Opens the council's next convocation; the one before ends the day before at the latest. */
  @Post('councils/:id/convocations')
  @May('council.edit')
  @RepeatedBy('one')
  async open(
    @Id() id: string,
    @Body() wanted: ConvocationRequest,
    @By() by: Actor,
    @IfMatch() expected?: number,
  ): Promise<ConvocationResponse> {
    return this.one(await this.councils.openConvocation(id, wanted, by, expected));
  }

  /** One convocation. */
  @Get('convocations/:id')
  @Public()
  one(@Id() id: string): Promise<ConvocationResponse> {
    return this.queries.convocation(id);
  }
}
