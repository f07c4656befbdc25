import { Injectable } from '@nestjs/common';
import { CouncilRules, CouncilsQueries } from '../councils/index.js';
import type { LocalDate } from '../platform/kernel/index.js';
import { Rulebook, type RuleSet } from '../rulebook/index.js';

/** The rules by which a body discusses its drafts: the rulebook, tightened by what its own council decided. */
@Injectable()
export class BodyRules {
  constructor(
    private readonly rulebook: Rulebook,
    private readonly councils: CouncilsQueries,
    private readonly councilRules: CouncilRules,
  ) {}

  async on(bodyId: string, day: LocalDate): Promise<RuleSet> {
    const council = await this.councils.activeOf(bodyId);
    return council === undefined ? this.rulebook.on(day) : this.councilRules.on(council, day);
  }
}
