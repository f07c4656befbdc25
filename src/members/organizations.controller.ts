import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { By, Id, May, Public, RepeatedBy, versioned } from '../platform/http/index.js';
import type { Actor } from '../platform/kernel/index.js';
import { OrganizationRequest, OrganizationsQuery } from './members.requests.js';
import { OrganizationPageResponse, OrganizationResponse } from './members.responses.js';
import { OrganizationsRepository } from './organizations.repository.js';
import { OrganizationsService } from './organizations.service.js';

/** Organisations that members of councils represent. */
@Controller('organizations')
export class OrganizationsController {
  constructor(
    private readonly organizations: OrganizationsService,
    private readonly reads: OrganizationsRepository,
  ) {}

  /** Organisations by name. */
  @Get()
  @Public()
  list(@Query() query: OrganizationsQuery): Promise<OrganizationPageResponse> {
    return this.reads.list(query, shapeOf);
  }

  /** One organisation. */
  @Get(':id')
  @Public()
  async one(@Id() id: string): Promise<OrganizationResponse> {
    return shapeOf(await this.reads.one(id));
  }

  /** Records an organisation. */
  @Post()
  @May('member.appoint')
  @RepeatedBy('one')
  async record(@Body() wanted: OrganizationRequest, @By() by: Actor): Promise<OrganizationResponse> {
    return this.one(await this.organizations.record(wanted, by));
  }
}

function shapeOf({ version, id, kind, name, bin }: OrganizationResponse & { version: number }): OrganizationResponse {
  return versioned({ id, kind, name, bin }, version);
}
