import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { By, Id, IfMatch, May, RepeatedBy } from '../http/index.js';
import type { Actor } from '../kernel/index.js';
import { AccountsQueries } from './accounts.queries.js';
import { GrantsService } from './grants.service.js';
import { GrantRequest, GrantsQuery } from './identity.requests.js';
import { GrantPageResponse, GrantResponse } from './identity.responses.js';

/** Roles and their scopes. */
@Controller('grants')
export class GrantsController {
  constructor(
    private readonly grants: GrantsService,
    private readonly queries: AccountsQueries,
  ) {}

  /** Gives a role. The authority gives those of councils, an administrator every one. */
  @Post()
  @May('grant.give')
  @RepeatedBy('one')
  async give(@Body() wanted: GrantRequest, @By() by: Actor): Promise<GrantResponse> {
    return this.queries.grant(await this.grants.give(wanted, by));
  }

  /** Grants in force. */
  @Get()
  @May('grant.list')
  list(@Query() { limit, after, ...filter }: GrantsQuery): Promise<GrantPageResponse> {
    return this.queries.grants(limit, after, filter);
  }

  /** One grant. */
  @Get(':id')
  @May('grant.list')
  one(@Id() id: string): Promise<GrantResponse> {
    return this.queries.grant(id);
  }

  /** Takes a role away, from the next request on. */
  @Delete(':id')
  @May('grant.revoke')
  @HttpCode(204)
  revoke(@Id() id: string, @By() by: Actor, @IfMatch() expected?: number): Promise<void> {
    return this.grants.revoke(id, by, expected);
  }
}
