import { Injectable } from '@nestjs/common';
import { CouncilRules, sizeRule } from '../councils/index.js';
import type { LocalDate } from '../platform/kernel/index.js';
import type { RuleSet } from '../rulebook/index.js';
import { isComplete, shortfallOf, type Shortfall } from './composition.policy.js';
import { MembersQueries, type CouncilHeadcount, type HeadcountStep } from './members.queries.js';

/** How a council stands on a day: who sits in it by kind of seat, and what it is short of. */
export interface Standing extends CouncilHeadcount, Shortfall {
  /** The first of the days, up to this one, on which it has been incomplete; null for a complete or forming council. */
  readonly since: LocalDate | null;
}

/** Which councils stand below their seats, C1 or C3, and since when; judged by the rules of that day. */
@Injectable()
export class CompositionAlarms {
  constructor(
    private readonly members: MembersQueries,
    private readonly rules: CouncilRules,
  ) {}

  /** How the councils stand that are being formed or incomplete; the longest incomplete and first founded are first. */
  async on(day: LocalDate): Promise<{ incomplete: Standing[]; forming: Standing[] }> {
    const standings = await this.#standings(day);
    const bySince = (one: Standing, other: Standing) => ((one.since ?? '') < (other.since ?? '') ? -1 : 1);
    return {
      incomplete: standings.filter((one) => one.state === 'active' && !isComplete(one)).sort(bySince),
      forming: standings.filter(({ state }) => state === 'forming'),
    };
  }

  /** How one council stands; undefined for one that is dissolved or none. */
  async of(councilId: string, day: LocalDate): Promise<Standing | undefined> {
    return (await this.#standings(day, councilId))[0];
  }

  /** Four statements, however many councils there are. */
  async #standings(day: LocalDate, councilId?: string): Promise<Standing[]> {
    const [rulesOf, counts] = await Promise.all([
      this.rules.ofAll(day),
      this.members.councilHeadcounts(day, councilId),
    ]);
    const judged = counts.map((one) => ({ ...one, ...judge(one, one, rulesOf(one.councilId)) }));
    const incomplete = new Map(
      judged.filter((one) => one.state === 'active' && !isComplete(one)).map((one) => [one.councilId, one]),
    );
    const steps = incomplete.size === 0 ? [] : await this.members.headcountSteps([...incomplete.keys()], day);
    const since = new Map<string, LocalDate | null>();
    for (const step of steps) {
      const { councilId: id } = step;
      const council = incomplete.get(id);
      if (!council) continue;
      since.set(id, isComplete(judge(council, step, rulesOf(id))) ? null : (since.get(id) ?? step.day));
    }
    return judged.map((one) => ({ ...one, since: since.get(one.councilId) ?? null }));
  }
}

function judge(
  { kind }: Pick<CouncilHeadcount, 'kind'>,
  counted: Pick<HeadcountStep, 'seats' | 'members' | 'civilSociety'>,
  rules: RuleSet,
): Shortfall {
  return shortfallOf(counted, rules.fraction('C1'), sizeRule(rules, kind));
}
