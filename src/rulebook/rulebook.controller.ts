import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { By, IfMatch, May, Public, versioned } from '../platform/http/index.js';
import { Clock, notFound, type Actor } from '../platform/kernel/index.js';
import { readPowers } from './power.js';
import { RuleRequest } from './rulebook.requests.js';
import { PowersResponse, ruleResponse, RuleResponse, RulesResponse } from './rulebook.responses.js';
import { Rulebook } from './rulebook.service.js';

/** The rulebook: how councils work, each rule with its article. */
@Controller()
export class RulebookController {
  constructor(
    private readonly rulebook: Rulebook,
    private readonly clock: Clock,
  ) {}

  /** All rules with the values in force today, in the order of the law. */
  @Get('rules')
  @Public()
  async rules(): Promise<RulesResponse> {
    const { all } = await this.rulebook.on(this.clock.today());
    return { items: all.map(ruleResponse), next: null };
  }

  /** One rule. */
  @Get('rules/:id')
  @Public()
  async rule(@Param('id') id: string): Promise<RuleResponse> {
    const found = (await this.rulebook.on(this.clock.today())).find(id);
    if (!found) throw notFound();
    return versioned(ruleResponse(found), await this.rulebook.versionOf(id));
  }

  /** Gives a setting another value; rules of the law are refused. */
  @Put('rules/:id')
  @May('rule.set')
  async set(
    @Param('id') id: string,
    @Body() wanted: RuleRequest,
    @By() by: Actor,
    @IfMatch() expected?: number,
  ): Promise<RuleResponse> {
    const set = await this.rulebook.set(id, wanted, by, expected);
    return versioned(ruleResponse(set), await this.rulebook.versionOf(id));
  }

  /** The powers that agenda items and recommendations cite. */
  @Get('powers')
  @Public()
  powers(): PowersResponse {
    return { items: [...readPowers()], next: null };
  }
}
