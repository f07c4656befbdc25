import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { councilScope, CouncilsQueries } from '../councils/index.js';
import { By, Id, IfMatch, May, Public, RepeatedBy } from '../platform/http/index.js';
import { holdsFor, notFound, type Actor } from '../platform/kernel/index.js';
import { MemberReads } from './member-reads.queries.js';
import { MemberEndRequest, MemberRequest, MembersQuery } from './members.requests.js';
import {
  MemberPageResponse,
  type MemberRead,
  memberResponse,
  MemberResponse,
  type WarningResponse,
} from './members.responses.js';
import { MembersService } from './members.service.js';

/** Members of councils. */
@Controller()
export class MembersController {
  constructor(
    private readonly members: MembersService,
    private readonly reads: MemberReads,
    private readonly councils: CouncilsQueries,
  ) {}

  /** Members of a council by family name, former ones too; with `on` only those of that day. */
  @Get('councils/:id/members')
  @Public()
  async list(@Id() id: string, @Query() query: MembersQuery, @By() by: Actor): Promise<MemberPageResponse> {
    if (!(await this.councils.find(id))) throw notFound();
    return this.reads.list(id, query, (row) => memberResponse(row, by));
  }

  /** One member. */
  @Get('members/:id')
  @Public()
  async one(@Id() id: string, @By() by: Actor): Promise<MemberResponse> {
    const row = await this.reads.one(id);
    return Object.assign(memberResponse(row, by), await this.#warnings(row, by));
  }

  /** Gives a person a seat. Namesakes are a warning, never a refusal; C1, C4 and C5 refuse. */
  @Post('councils/:id/members')
  @May('member.appoint')
  @RepeatedBy('one')
  async appoint(@Id() id: string, @Body() wanted: MemberRequest, @By() by: Actor): Promise<MemberResponse> {
    return this.one(await this.members.appoint(id, wanted, by), by);
  }

  /** Records the end of a membership: a fact, never refused for the composition it leaves; `breaches` shows that. */
  @Put('members/:id/end')
  @May('member.end')
  async end(
    @Id() id: string,
    @Body() ended: MemberEndRequest,
    @By() by: Actor,
    @IfMatch() expected?: number,
  ): Promise<MemberResponse> {
    const breaches = await this.members.end(id, ended, by, expected);
    return Object.assign(await this.one(id, by), { breaches });
  }

  /** Only for those who may appoint: the bytes of public answers are the same for everyone. */
  async #warnings({ id, councilId, bodyId }: MemberRead, by: Actor): Promise<{ warnings?: WarningResponse[] }> {
    if (!holdsFor(by, 'member.appoint', councilScope({ id: councilId, bodyId }))) return {};
    const memberIds = await this.reads.namesakes(id);
    return { warnings: memberIds.length > 0 ? [{ code: 'namesake', memberIds }] : [] };
  }
}
