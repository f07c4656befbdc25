import { Injectable } from '@nestjs/common';
import { newId, UnitOfWork } from '../platform/database/index.js';
import { Journal } from '../platform/journal/index.js';
import {
  addDays,
  Clock,
  conflict,
  invalidAt,
  notFound,
  permit,
  type Actor,
  type LocalDate,
} from '../platform/kernel/index.js';
import { compareStrictness, Rulebook, type RuleSet } from '../rulebook/index.js';
import { Compositions } from './compositions.js';
import { convocationEnd } from './council.deadlines.js';
import { Council, type CouncilChange } from './council.entity.js';
import { COUNCIL } from './council.lifecycle.js';
import { mayForCouncil } from './council.policy.js';
import { refuseSize } from './council-size.policy.js';
import type { OwnValue } from './council-rule.entity.js';
import { CouncilRules } from './council-rules.js';
import {
  convocationOpened,
  councilDissolved,
  councilEdited,
  councilEstablished,
  councilRuleDecided,
  differenceOf,
} from './councils.events.js';
import { CouncilsRepository } from './councils.repository.js';
import type { CouncilRequest, CouncilRuleRequest } from './councils.requests.js';
import { Convocation } from './convocation.entity.js';

/** The first day of a convocation, and its number unless it is the next one. */
export interface ConvocationTerm {
  readonly from: LocalDate;
  readonly number?: number | undefined;
}

/** Councils: established, changed, dissolved; their convocations and stricter rules. */
@Injectable()
export class CouncilsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly councils: CouncilsRepository,
    private readonly rulebook: Rulebook,
    private readonly rules: CouncilRules,
    private readonly compositions: Compositions,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Establishes a council and opens its first convocation for the time of C6. */
  establish(wanted: CouncilRequest, by: Actor): Promise<string> {
    return this.unitOfWork.run(async () => {
      const council = councilOf(wanted);
      permit(mayForCouncil(by, 'council.establish', council));
      const rules = await this.rulebook.on(council.foundedOn);
      const first = convocationOf(council.id, 1, council.foundedOn, rules);
      await this.councils.insert(council);
      await this.councils.insertConvocation(first);
      this.journal.append(councilEstablished(council, first, by, rules.applied('C6')));
      return council.id;
    });
  }

  /** Changes what is recorded. A size that C3 or the present members contradict is refused once the council works. */
  edit(id: string, change: CouncilChange, by: Actor, expected?: number): Promise<void> {
    return this.unitOfWork.run(async () => {
      const council = await this.councils.lock(id, expected);
      permit(mayForCouncil(by, 'council.edit', council));
      const difference = differenceOf(council, change);
      council.edit(change);
      const resized = 'seats' in difference && council.state === 'active';
      if (resized) await this.#refuseResize(council);
      if (Object.keys(difference).length === 0) return;
      await this.councils.update(council);
      const applied = resized ? (await this.#size(council)).rule : undefined;
      this.journal.append(councilEdited(id, difference, by, applied ? [applied] : []));
    });
  }

  /** Dissolves a council; its convocation ends with this day. */
  dissolve(id: string, by: Actor, expected?: number): Promise<void> {
    return this.unitOfWork.run(async () => {
      const council = await this.councils.lock(id, expected);
      permit(mayForCouncil(by, 'council.dissolve', council));
      const today = this.clock.today();
      council.dissolve(today);
      await this.councils.update(council);
      await this.councils.closeConvocations(id, today);
      this.journal.append(councilDissolved(council, by));
    });
  }

  /** Opens the next convocation; the one before ends the day before it at the latest. */
  openConvocation(id: string, { from, number }: ConvocationTerm, by: Actor, expected?: number): Promise<string> {
    return this.unitOfWork.run(async () => {
      const council = await this.councils.lock(id, expected);
      permit(mayForCouncil(by, 'council.edit', council));
      council.refuseDissolved();
      const last = await this.councils.lastConvocation(id);
      const rules = await this.rulebook.on(from);
      const next = convocationOf(id, nextNumber(last, { from, number }), from, rules);
      await this.councils.closeConvocations(id, addDays(from, -1));
      await this.councils.insertConvocation(next);
      this.journal.append(convocationOpened(next, by, rules.applied('C6')));
      return next.id;
    });
  }

  /** Records a council's decision on a rule: looser than the law is refused with 409, incomparable with 422. */
  decideRule(id: string, ruleId: string, wanted: CouncilRuleRequest, by: Actor, expected?: number): Promise<void> {
    return this.unitOfWork.run(async () => {
      const council = await this.councils.lock(id, expected);
      permit(mayForCouncil(by, 'council.tighten-rule', council));
      council.refuseDissolved();
      const { value, decidedOn, agendaItemId = null } = wanted;
      if (decidedOn > this.clock.today()) throw invalidAt('/decidedOn', 'date-in-future');
      const rulebook = await this.rulebook.on(decidedOn);
      refuseUntightened(rulebook, ruleId, wanted);
      const { value: from } = (await this.rules.on(id, decidedOn)).rule(ruleId);
      const own: OwnValue = { councilId: id, ruleId, value, decidedOn, agendaItemId };
      await this.councils.putRule(own, this.clock.now());
      const decision = { from, to: value, decidedOn, agendaItemId };
      this.journal.append(councilRuleDecided(id, ruleId, decision, by, rulebook.applied(ruleId)));
    });
  }

  async #refuseResize(council: Council): Promise<void> {
    const { id, seats, state } = council;
    const possible = COUNCIL.possible(state);
    refuseSize(seats, await this.#size(council), state, possible);
    const { members } = await this.compositions.headcount(id, this.clock.today());
    if (seats < members) throw conflict('seats-below-members', { params: { seats, members }, more: { members } });
  }

  async #size({ id, kind }: Council) {
    const rules = await this.rules.on(id, this.clock.today());
    return sizeRule(rules, kind);
  }
}

/** The number of a convocation from a day on; throws when it does not follow the last one. */
function nextNumber(last: Convocation | undefined, { from, number }: ConvocationTerm): number {
  if (!last) return number ?? 1;
  if (from <= last.fromOn) throw invalidAt('/from', 'not-after-convocation', { from: last.fromOn });
  if (number !== undefined && number <= last.number) throw conflict('convocation-number-taken');
  return number ?? last.number + 1;
}

/** C3 for a kind of council. */
export function sizeRule(rules: RuleSet, kind: Council['kind']) {
  const rule = rules.rule(`C3.${kind}`);
  return { ...rules.range(rule.id), rule: { id: rule.id, value: rule.value, basis: rule.basis } };
}

function refuseUntightened(rulebook: RuleSet, ruleId: string, { value }: CouncilRuleRequest): void {
  const rule = rulebook.find(ruleId);
  if (!rule) throw notFound();
  const strictness = compareStrictness(rule, value);
  if (strictness === 'incomparable') throw invalidAt('/value', 'value-not-comparable', { rule: ruleId });
  if (strictness !== 'looser') return;
  const { id, value: required, basis } = rule;
  throw conflict('rule-looser', { params: { rule: ruleId }, rule: { id, value: required, basis } });
}

function councilOf(wanted: CouncilRequest): Council {
  const { name, level, kind, bodyId, territoryId, seats, foundedOn } = wanted;
  return Object.assign(new Council(), {
    id: newId(),
    version: 1,
    state: 'forming' as const,
    ...{ name, level, kind, bodyId, territoryId, seats, foundedOn },
    activatedOn: null,
    dissolvedOn: null,
    website: wanted.website ?? null,
    sectors: wanted.sectors ?? [],
    regulation: wanted.regulation ?? null,
  });
}

function convocationOf(councilId: string, number: number, fromOn: string, rules: RuleSet): Convocation {
  const untilOn = convocationEnd(fromOn, rules.term('C6'));
  return Object.assign(new Convocation(), { id: newId(), councilId, number, fromOn, untilOn });
}
