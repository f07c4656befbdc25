import { Controller, Get, Put, Query } from '@nestjs/common';
import { CouncilResponse, councilResponse, CouncilRules, CouncilsQueries } from '../councils/index.js';
import { By, Id, IfMatch, May, Public } from '../platform/http/index.js';
import { Clock, notFound, type Actor } from '../platform/kernel/index.js';
import { ActivationService } from './activation.service.js';
import { compositionResponse, CompositionResponse } from './composition.responses.js';
import { MembersQueries } from './members.queries.js';
import { CompositionQuery } from './members.requests.js';

/** Compositions of councils, and the act that is judged by them. */
@Controller('councils/:id')
export class CompositionController {
  constructor(
    private readonly activations: ActivationService,
    private readonly councils: CouncilsQueries,
    private readonly members: MembersQueries,
    private readonly rules: CouncilRules,
    private readonly clock: Clock,
  ) {}

  /** Who sits in the council on a day, today without one, and what the law asks for beyond that. */
  @Get('composition')
  @Public()
  async composition(@Id() id: string, @Query() { on }: CompositionQuery): Promise<CompositionResponse> {
    const council = await this.councils.find(id);
    if (!council) throw notFound();
    const day = on ?? this.clock.today();
    const rules = await this.rules.on(id, day);
    return compositionResponse(day, council.seats, await this.members.onDate(id, day), rules.fraction('C1'));
  }

  /** The council begins to work; refused while its composition breaks C1 or its size C3. */
  @Put('activation')
  @May('council.activate')
  async activate(@Id() id: string, @By() by: Actor, @IfMatch() expected?: number): Promise<CouncilResponse> {
    await this.activations.activate(id, by, expected);
    return councilResponse(await this.councils.one(id), by);
  }
}
