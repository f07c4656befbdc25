import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CouncilsModule } from '../councils/index.js';
import { IdentityModule } from '../platform/identity/index.js';
import { ActivationService } from './activation.service.js';
import { CompositionAlarms } from './composition-alarms.service.js';
import { CompositionController } from './composition.controller.js';
import { Member } from './member.entity.js';
import { MemberGrants } from './member-grants.js';
import { MemberReads } from './member-reads.queries.js';
import { MemberRole } from './member-role.entity.js';
import { MemberRolesController } from './member-roles.controller.js';
import { MemberRolesService } from './member-roles.service.js';
import { MembersController } from './members.controller.js';
import { MembersQueries } from './members.queries.js';
import { MembersRepository } from './members.repository.js';
import { MembersService } from './members.service.js';
import { Organization } from './organization.entity.js';
import { OrganizationsController } from './organizations.controller.js';
import { OrganizationsRepository } from './organizations.repository.js';
import { OrganizationsService } from './organizations.service.js';
import { Person } from './person.entity.js';

/** Who sits in councils: persons, organisations, seats and roles in time; what compositions allow. */
@Module({
  imports: [CouncilsModule, IdentityModule, TypeOrmModule.forFeature([Organization, Person, Member, MemberRole])],
  controllers: [CompositionController, MembersController, MemberRolesController, OrganizationsController],
  providers: [
    ActivationService,
    CompositionAlarms,
    MemberGrants,
    MemberReads,
    MemberRolesService,
    MembersQueries,
    MembersRepository,
    MembersService,
    OrganizationsRepository,
    OrganizationsService,
  ],
  exports: [
    ActivationService,
    CompositionAlarms,
    MemberReads,
    MemberRolesService,
    MembersQueries,
    MembersService,
    OrganizationsRepository,
    OrganizationsService,
  ],
})
export class MembersModule {}
