import { Injectable } from '@nestjs/common';
import { CouncilRules, CouncilsRepository, mayForCouncil } from '../councils/index.js';
import { newId, UnitOfWork } from '../platform/database/index.js';
import { Journal } from '../platform/journal/index.js';
import {
  Clock,
  conflict,
  invalidAt,
  permit,
  type Actor,
  type AppliedRule,
  type LocalDate,
} from '../platform/kernel/index.js';
import { refuseChair } from './appointment.policy.js';
import type { Member } from './member.entity.js';
import { MemberRole, type MemberRoleName } from './member-role.entity.js';
import { roleEnded, roleGiven } from './members.events.js';
import { MembersRepository, type Term } from './members.repository.js';
import type { MemberRoleRequest } from './members.requests.js';

/** Roles of members in time: chair, deputy chair, presidium, head of a commission. */
@Injectable()
export class MemberRolesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly members: MembersRepository,
    private readonly councils: CouncilsRepository,
    private readonly rules: CouncilRules,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Gives a role. A civil servant as chair is refused by C10, a second chair for the same days as a contradiction. */
  give(memberId: string, wanted: MemberRoleRequest, by: Actor): Promise<string> {
    return this.unitOfWork.run(async () => {
      const council = await this.councils.lock(await this.members.councilOf(memberId));
      const member = await this.members.lock(memberId);
      permit(mayForCouncil(by, 'member.give-role', council));
      const rules = await this.rules.on(council.id, this.clock.today());
      const [chairRule] = wanted.role === 'chair' ? rules.applied('C10.chair') : [];
      if (chairRule) refuseChair(member.seat, member.state, chairRule);
      const until = await this.#term(member, wanted);
      await this.#refuseTaken(member, wanted.role, { councilId: council.id, since: wanted.since, until });
      const role = roleOf(memberId, wanted);
      await this.members.insertRole(role);
      const resting: AppliedRule[] = chairRule ? [chairRule] : [];
      this.journal.append(roleGiven(council.id, role, by, resting));
      return role.id;
    });
  }

  /** Ends a role; `on` is the first day without it. */
  end(roleId: string, on: LocalDate, by: Actor, expected?: number): Promise<void> {
    return this.unitOfWork.run(async () => {
      const role = await this.members.lockRole(roleId, expected);
      const council = await this.councils.share(await this.members.councilOf(role.memberId));
      permit(mayForCouncil(by, 'member.give-role', council));
      if (on < role.sinceOn) throw invalidAt('/on', 'outside-term');
      const before = role.untilOn;
      role.end(on);
      await this.members.updateRole(role);
      this.journal.append(roleEnded(council.id, role, before, by));
    });
  }

  /** The last day of the role; throws `invalid` when it is not within the membership. */
  async #term(member: Member, { since, until }: MemberRoleRequest): Promise<LocalDate> {
    const last = await this.members.lastDay(member.id);
    if (since < member.sinceOn || since > last) throw invalidAt('/since', 'outside-term');
    if (until && (until < since || until > last)) throw invalidAt('/until', 'outside-term');
    return until ?? last;
  }

  async #refuseTaken({ id }: Member, role: MemberRoleName, term: Term): Promise<void> {
    const holders = await this.members.holders(term, role);
    if (holders.includes(id)) throw conflict('role-held-already');
    if (role === 'chair' && holders.length > 0) throw conflict('chair-taken', { more: { memberIds: holders } });
  }
}

function roleOf(memberId: string, { role, since, until }: MemberRoleRequest): MemberRole {
  return Object.assign(new MemberRole(), {
    id: newId(),
    version: 1,
    memberId,
    role,
    sinceOn: since,
    untilOn: until ?? null,
  });
}
