import { Injectable } from '@nestjs/common';
import { Council, CouncilRules, CouncilsQueries, CouncilsRepository, mayForCouncil } from '../councils/index.js';
import { newId, UnitOfWork } from '../platform/database/index.js';
import { Journal } from '../platform/journal/index.js';
import { addDays, Clock, invalidAt, permit, type Actor } from '../platform/kernel/index.js';
import type { RuleSet } from '../rulebook/index.js';
import { type AppointmentRules, refuseCandidacy, refuseComposition } from './appointment.policy.js';
import { type Breach, breachesOf } from './composition.policy.js';
import { Member, type MemberEnd } from './member.entity.js';
import { memberAppointed, memberEnded } from './members.events.js';
import { MembersQueries } from './members.queries.js';
import { MembersRepository, type Term } from './members.repository.js';
import type { MemberRequest } from './members.requests.js';

interface Place extends Term {
  readonly convocationId: string;
  readonly number: number;
}

/** Seats of councils: given by choice, which the law may refuse, and ended by facts, which it may not. */
@Injectable()
export class MembersService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly members: MembersRepository,
    private readonly queries: MembersQueries,
    private readonly councils: CouncilsRepository,
    private readonly councilsQueries: CouncilsQueries,
    private readonly rules: CouncilRules,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Gives a person a seat. Refused by C1, C4 and C5, naming the rule, and when no seat is vacant. */
  appoint(councilId: string, wanted: MemberRequest, by: Actor): Promise<string> {
    return this.unitOfWork.run(async () => {
      const council = await this.councils.lock(councilId);
      permit(mayForCouncil(by, 'member.appoint', council));
      council.refuseDissolved();
      const place = await this.#place(council, wanted);
      const personId = await this.#person(wanted);
      const rules = await this.rules.on(councilId, this.clock.today());
      const member = memberOf(wanted, place, personId);
      const resting = await this.#judge(council, member, place, rules);
      await this.members.insert(member);
      this.journal.append(memberAppointed(member, by, rules.applied(...resting)));
      return member.id;
    });
  }

  /** Records the end of a membership, whatever it does to the composition; gives the breaches of that day. */
  end(id: string, ended: MemberEnd, by: Actor, expected?: number): Promise<Breach[]> {
    return this.unitOfWork.run(async () => {
      const council = await this.councils.lock(await this.members.councilOf(id));
      const member = await this.members.lock(id, expected);
      permit(mayForCouncil(by, 'member.end', council));
      const lastDay = await this.members.lastDay(id);
      member.end(ended);
      if (ended.on < member.sinceOn || ended.on > addDays(lastDay, 1)) throw invalidAt('/on', 'outside-term');
      await this.#refuseForeignDecision(council, ended);
      await this.members.update(member);
      const rules = await this.rules.on(council.id, this.clock.today());
      const breaches = breachesOf(await this.queries.headcount(council.id, ended.on), rules.fraction('C1'));
      this.journal.append(memberEnded(member, breaches, by, rules.applied('C1')));
      return breaches;
    });
  }

  /** A membership ends by a decision of its own council, or without one. */
  async #refuseForeignDecision({ id }: Council, { agendaItemId }: MemberEnd): Promise<void> {
    if (agendaItemId === undefined || (await this.members.isOnAgenda(id, agendaItemId))) return;
    throw invalidAt('/agendaItemId', 'decision-not-of-this-council');
  }

  /** Throws for what the law refuses; gives the ids of the rules that were asked. */
  async #judge(council: Council, member: Member, place: Place, rules: RuleSet): Promise<string[]> {
    const { organizationId, personId, seat } = member;
    const npo = organizationId !== null && (await this.#isNpo(organizationId));
    const record = await this.members.recordOf(personId, place, npo ? organizationId : null);
    const republican = council.level === 'republican';
    const republicanSeats = republican ? record.republicanSeats : 0;
    const values = appointmentRules(rules);
    refuseCandidacy({ ...record, republicanSeats, seat, convocation: place.number }, values, council.state);
    const days = await this.members.headcounts(place, this.clock.today());
    refuseComposition(council, days, seat, values);
    const chosen = council.state === 'active' && seat === 'state_body';
    return [...(chosen ? ['C1'] : []), ...(npo ? ['C4.npo'] : []), ...(republican ? ['C4.republican'] : []), 'C5'];
  }

  async #isNpo(organizationId: string): Promise<boolean> {
    const kind = await this.members.organizationKind(organizationId);
    if (kind === undefined) throw invalidAt('/organizationId', 'not-found');
    return kind === 'npo';
  }

  /** The convocation that the term falls into. */
  async #place({ id: councilId }: Council, { since, until }: MemberRequest): Promise<Place> {
    const convocation = await this.councilsQueries.convocationOn(councilId, since);
    if (!convocation) throw invalidAt('/since', 'outside-convocation');
    const last = until ?? convocation.untilOn;
    if (last < since || last > convocation.untilOn) throw invalidAt('/until', 'outside-convocation');
    return { councilId, convocationId: convocation.id, number: convocation.number, since, until: last };
  }

  async #person({ person, personId }: MemberRequest): Promise<string> {
    if ((person === undefined) === (personId === undefined)) throw invalidAt('/person', 'person-or-id');
    if (person) return this.members.record(person);
    await this.members.lockPerson(personId ?? '');
    return personId ?? '';
  }
}

function memberOf(wanted: MemberRequest, { councilId, convocationId }: Place, personId: string): Member {
  return Object.assign(new Member(), {
    id: newId(),
    version: 1,
    state: 'appointed' as const,
    councilId,
    convocationId,
    personId,
    seat: wanted.seat,
    organizationId: wanted.organizationId ?? null,
    sinceOn: wanted.since,
    untilOn: wanted.until ?? null,
    endedOn: null,
    endReason: null,
    agendaItemId: null,
  });
}

function appointmentRules(rules: RuleSet): AppointmentRules {
  return {
    share: rules.fraction('C1'),
    npo: rules.count('C4.npo'),
    republican: rules.count('C4.republican'),
    convocations: rules.count('C5'),
    rule: (id) => {
      const { value, basis } = rules.rule(id);
      return { id, value, basis };
    },
  };
}
