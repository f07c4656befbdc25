import { Injectable } from '@nestjs/common';
import { newId, Statements, UnitOfWork } from '../platform/database/index.js';
import { Journal, JournalQueries } from '../platform/journal/index.js';
import { Clock, conflict, invalidAt, notFound, Problem, type Actor, type LocalDate } from '../platform/kernel/index.js';
import { readRules, type Rule } from './rule.js';
import { RuleSet, type Setting } from './rule-set.js';
import { isRuleText, isRuleValue, sizeOf, type RuleValue } from './rule-value.js';
import { ruleSet, type NewSetting } from './rulebook.events.js';

/** The law's numbers, and the settings where the law leaves one open. */
@Injectable()
export class Rulebook {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly statements: Statements,
    private readonly journal: Journal,
    private readonly acts: JournalQueries,
    private readonly clock: Clock,
  ) {}

  /** The rules in force on a day; one statement. */
  async on(day: LocalDate): Promise<RuleSet> {
    const settings = await this.statements.rows<Setting & Record<string, unknown>>(
      'rule-settings',
      'select rule_id as "ruleId", value, basis, since::text as since from rule_settings where since <= $1',
      [day],
    );
    return RuleSet.on(day, readRules(), settings);
  }

  /** The values that a setting was given, the last one first; those of days to come too. */
  async settingsOf(id: string): Promise<(Setting & { setAt: Date })[]> {
    return this.statements.rows<Setting & { setAt: Date } & Record<string, unknown>>(
      'rule-settings-of',
      `select rule_id as "ruleId", value, basis, since::text as since, set_at as "setAt" from rule_settings
        where rule_id = $1 order by rule_settings.since desc`,
      [id],
    );
  }

  /** The version of a setting: the number of the last act on it in the journal. */
  versionOf(id: string): Promise<number> {
    return this.acts.lastOn(`rule:${id}`);
  }

  /**
   * Gives a setting another value. A rule of the law is refused with 409, a value of another shape, or a basis
   * without English, with 422; throws `changed-meanwhile` when `expected` is not the version.
   */
  async set(id: string, { value, basis, since }: NewSetting, by: Actor, expected?: number): Promise<Rule> {
    return this.unitOfWork.run(async () => {
      await this.statements.rows('rule-settings-lock', 'lock table rule_settings in share row exclusive mode');
      const before = (await this.on(since)).find(id);
      if (!before) throw notFound();
      if (before.trust !== 'setting') throw conflict('rule-is-law', { params: { rule: id } });
      if (expected !== undefined && expected !== (await this.versionOf(id))) throw new Problem('changed-meanwhile');
      if (!isRuleValue(value) || !isSameShape(before.value, value)) throw invalidAt('/value', 'value-wrong-shape');
      if (!isRuleText(basis)) throw invalidAt('/basis/en', 'text-expected');
      await this.statements.rows(
        'rule-set',
        `insert into rule_settings as r (id, rule_id, value, basis, since, set_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (rule_id, since) do update set value = excluded.value, basis = excluded.basis, set_at = excluded.set_at`,
        [newId(), id, JSON.stringify(value), JSON.stringify(basis), since, this.clock.now()],
      );
      this.journal.append(ruleSet(id, before.value, { value, basis, since }, by));
      return (await this.on(since)).rule(id);
    });
  }
}

function isSameShape(one: RuleValue, other: RuleValue): boolean {
  const scale = sizeOf(one)?.scale;
  return scale === undefined
    ? Object.keys(one).sort().join() === Object.keys(other).sort().join()
    : scale === sizeOf(other)?.scale;
}
