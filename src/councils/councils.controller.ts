import { Body, Controller, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { By, Id, IfMatch, May, Public, RepeatedBy } from '../platform/http/index.js';
import { Clock, notFound, type Actor } from '../platform/kernel/index.js';
import { Compositions } from './compositions.js';
import { CouncilRules } from './council-rules.js';
import { CouncilsQueries } from './councils.queries.js';
import { CouncilChangeRequest, CouncilRequest, CouncilRuleRequest, CouncilsQuery } from './councils.requests.js';
import {
  CouncilPageResponse,
  councilResponse,
  CouncilResponse,
  councilRuleResponse,
  CouncilRuleResponse,
  CouncilRulesResponse,
} from './councils.responses.js';
import { CouncilsService } from './councils.service.js';

/** Public councils. */
@Controller('councils')
export class CouncilsController {
  constructor(
    private readonly councils: CouncilsService,
    private readonly queries: CouncilsQueries,
    private readonly rules: CouncilRules,
    private readonly compositions: Compositions,
    private readonly clock: Clock,
  ) {}

  /** Councils by name. `incomplete=true`: the public list of active ones that stand below C1 or below their seats. */
  @Get()
  @Public()
  async list(@Query() query: CouncilsQuery, @By() by: Actor): Promise<CouncilPageResponse> {
    const only = query.incomplete === true ? await this.compositions.incomplete(this.clock.today()) : null;
    return this.queries.list(query, only, (row) => councilResponse(row, by));
  }

  /** One council with its convocations. */
  @Get(':id')
  @Public()
  async one(@Id() id: string, @By() by: Actor): Promise<CouncilResponse> {
    return councilResponse(await this.queries.one(id), by);
  }

  /** Establishes a council; `foundedOn` opens its first convocation. */
  @Post()
  @May('council.establish')
  @RepeatedBy('one')
  async establish(@Body() wanted: CouncilRequest, @By() by: Actor): Promise<CouncilResponse> {
    return this.one(await this.councils.establish(wanted, by), by);
  }

  /** Changes what is recorded of a council. */
  @Patch(':id')
  @May('council.edit')
  async edit(
    @Id() id: string,
    @Body() change: CouncilChangeRequest,
    @By() by: Actor,
    @IfMatch() expected?: number,
  ): Promise<CouncilResponse> {
    await this.councils.edit(id, change, by, expected);
    return this.one(id, by);
  }

  /** Dissolves a council; its records stay. */
  @Put(':id/dissolution')
  @May('council.dissolve')
  async dissolve(@Id() id: string, @By() by: Actor, @IfMatch() expected?: number): Promise<CouncilResponse> {
    await this.councils.dissolve(id, by, expected);
    return this.one(id, by);
  }

  /** The rules that bind the council today, its own stricter values marked. */
  @Get(':id/rules')
  @Public()
  async rulesOf(@Id() id: string): Promise<CouncilRulesResponse> {
    if (!(await this.queries.find(id))) throw notFound();
    return { items: await this.#rules(id), next: null };
  }

  /** Records that the council decided to bind itself more strictly. Looser than the law is refused. */
  @Put(':id/rules/:ruleId')
  @May('council.tighten-rule')
  async decideRule(
    @Id() id: string,
    @Param('ruleId') ruleId: string,
    @Body() wanted: CouncilRuleRequest,
    @By() by: Actor,
    @IfMatch() expected?: number,
  ): Promise<CouncilRuleResponse> {
    await this.councils.decideRule(id, ruleId, wanted, by, expected);
    const rule = (await this.#rules(id)).find((one) => one.id === ruleId);
    if (!rule) throw notFound();
    return rule;
  }

  async #rules(id: string): Promise<CouncilRuleResponse[]> {
    const { rules, own } = await this.rules.withOwn(id, this.clock.today());
    return rules.all.map((rule) => councilRuleResponse(rule, own.get(rule.id)));
  }
}
