import { Injectable } from '@nestjs/common';
import { newId, Statements, UnitOfWork } from '../platform/database/index.js';
import { Journal } from '../platform/journal/index.js';
import { Clock, conflict, invalidAt, notFound, type Actor, type LocalDate } from '../platform/kernel/index.js';
import { readRules, type Rule } from './rule.js';
import { RuleSet, type Setting } from './rule-set.js';
import { isRuleValue, sizeOf, type RuleValue } from './rule-value.js';
import { ruleSet, type NewSetting } from './rulebook.events.js';

/** The law's numbers, and the settings where the law leaves one open. */
@Injectable()
export class Rulebook {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly statements: Statements,
    private readonly journal: Journal,
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

  /** Gives a setting another value. A rule of the law is refused with 409, a value of another shape with 422. */
  async set(id: string, { value, basis, since }: NewSetting, by: Actor): Promise<Rule> {
    return this.unitOfWork.run(async () => {
      const before = (await this.on(since)).find(id);
      if (!before) throw notFound();
      if (before.trust !== 'setting') throw conflict('rule-is-law', { params: { rule: id } });
      if (!isRuleValue(value) || !isSameShape(before.value, value)) throw invalidAt('/value', 'value-wrong-shape');
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
