import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import { By, Id, IfMatch, May, Public, RepeatedBy, versioned } from '../platform/http/index.js';
import type { Actor } from '../platform/kernel/index.js';
import { MemberReads } from './member-reads.queries.js';
import { MemberRolesService } from './member-roles.service.js';
import { MemberRoleRequest, RoleEndRequest } from './members.requests.js';
import { MemberRoleResponse } from './members.responses.js';

/** Roles of members. */
@Controller()
export class MemberRolesController {
  constructor(
    private readonly roles: MemberRolesService,
    private readonly reads: MemberReads,
  ) {}

  /** Gives a member a role. A civil servant does not chair a council (C10). */
  @Post('members/:id/roles')
  @May('member.give-role')
  @RepeatedBy('one')
  async give(@Id() id: string, @Body() wanted: MemberRoleRequest, @By() by: Actor): Promise<MemberRoleResponse> {
    return this.one(await this.roles.give(id, wanted, by));
  }

  /** One role of a member. */
  @Get('member-roles/:id')
  @Public()
  async one(@Id() id: string): Promise<MemberRoleResponse> {
    const { version, ...role } = await this.reads.role(id);
    return versioned(role, version);
  }

  /** Ends a role. */
  @Put('member-roles/:id/end')
  @May('member.give-role')
  async end(
    @Id() id: string,
    @Body() { on }: RoleEndRequest,
    @By() by: Actor,
    @IfMatch() expected?: number,
  ): Promise<MemberRoleResponse> {
    await this.roles.end(id, on, by, expected);
    return this.one(id);
  }
}
