import { Injectable } from '@nestjs/common';
import { Statements } from '../platform/database/index.js';
import type { LocalDate } from '../platform/kernel/index.js';
import { isStricter, Rulebook, type RuleSet } from '../rulebook/index.js';
import type { OwnValue } from './council-rule.entity.js';

/** The rules by which a council is judged: the rulebook, tightened by what the council decided. */
@Injectable()
export class CouncilRules {
  constructor(
    private readonly statements: Statements,
    private readonly rulebook: Rulebook,
  ) {}

  /** The rules in force for a council on a day; two statements. */
  async on(councilId: string, day: LocalDate): Promise<RuleSet> {
    return tightened(await this.rulebook.on(day), await this.own(day, councilId));
  }

  /** The same, with the council's decisions that give a value, by rule. */
  async withOwn(councilId: string, day: LocalDate): Promise<{ rules: RuleSet; own: ReadonlyMap<string, OwnValue> }> {
    const rulebook = await this.rulebook.on(day);
    const own = holding(rulebook, await this.own(day, councilId));
    return { rules: tightened(rulebook, own), own: new Map(own.map((one) => [one.ruleId, one])) };
  }

  /** The rules of many councils on a day, by id; two statements. Councils without values of their own have the rulebook. */
  async ofAll(day: LocalDate): Promise<(councilId: string) => RuleSet> {
    const rulebook = await this.rulebook.on(day);
    const own = new Map<string, OwnValue[]>();
    for (const one of await this.own(day)) own.set(one.councilId, [...(own.get(one.councilId) ?? []), one]);
    return (councilId) => tightened(rulebook, own.get(councilId) ?? []);
  }

  /** The latest values decided by a day, of one council or of all. */
  own(day: LocalDate, councilId?: string): Promise<OwnValue[]> {
    return this.statements.rows<OwnValue & Record<string, unknown>>(
      'council-rules-own',
      `select distinct on (council_id, rule_id) council_id as "councilId", rule_id as "ruleId", value,
         decided_on as "decidedOn", agenda_item_id as "agendaItemId"
       from council_rules where decided_on <= $1 and ($2::uuid is null or council_id = $2)
       order by council_id, rule_id, decided_on desc`,
      [day, councilId ?? null],
    );
  }
}

/** The rulebook with the decisions that still tighten it. */
export function tightened(rulebook: RuleSet, own: readonly OwnValue[]): RuleSet {
  return rulebook.tightened(new Map(holding(rulebook, own).map(({ ruleId, value }) => [ruleId, value])));
}

/** A decision gives way where the rulebook has become stricter since. */
function holding(rulebook: RuleSet, own: readonly OwnValue[]): OwnValue[] {
  return own.filter(({ ruleId, value }) => {
    const rule = rulebook.find(ruleId);
    return rule !== undefined && isStricter(rule, value);
  });
}
