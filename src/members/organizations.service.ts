import { Injectable } from '@nestjs/common';
import { newId, UnitOfWork } from '../platform/database/index.js';
import { Journal } from '../platform/journal/index.js';
import type { Actor } from '../platform/kernel/index.js';
import { Organization } from './organization.entity.js';
import { organizationRecorded } from './members.events.js';
import { OrganizationsRepository } from './organizations.repository.js';
import type { OrganizationRequest } from './members.requests.js';

/** Organisations that members represent. */
@Injectable()
export class OrganizationsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organizations: OrganizationsRepository,
    private readonly journal: Journal,
  ) {}

  /** Records an organisation; throws `conflict` when its business identification number is recorded already. */
  record({ kind, name, bin = null }: OrganizationRequest, by: Actor): Promise<string> {
    return this.unitOfWork.run(async () => {
      const organization = Object.assign(new Organization(), { id: newId(), version: 1, kind, name, bin });
      await this.organizations.insert(organization);
      this.journal.append(organizationRecorded(organization, by));
      return organization.id;
    });
  }
}
