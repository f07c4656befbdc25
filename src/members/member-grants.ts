import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CouncilRules } from '../councils/index.js';
import { type AppliedRule, Clock, conflict, invalidAt } from '../platform/kernel/index.js';
import { GrantsService, type WantedGrant } from '../platform/identity/index.js';
import { MembersQueries } from './members.queries.js';

/** What councils ask of grants: a member's seat is one of the council, and its secretary is not its member (C10). */
@Injectable()
export class MemberGrants implements OnModuleInit {
  constructor(
    private readonly grants: GrantsService,
    private readonly members: MembersQueries,
    private readonly rules: CouncilRules,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.grants.register((wanted, accountId) => this.#judge(wanted, accountId));
  }

  async #judge({ role, councilId, memberId }: WantedGrant, accountId: string): Promise<void> {
    if (councilId === undefined || (role !== 'member' && role !== 'secretary')) return;
    if (memberId !== undefined && !(await this.members.isOf(councilId, memberId))) {
      throw invalidAt('/memberId', 'not-found');
    }
    if (!(await this.members.hasRole(accountId, councilId, role === 'member' ? 'secretary' : 'member'))) return;
    const rules = await this.rules.on(councilId, this.clock.today());
    const [rule] = rules.applied('C10.secretary') as [AppliedRule];
    throw conflict('secretary-and-member', { rule });
  }
}
