import { Injectable } from '@nestjs/common';
import { BodiesQueries } from '../bodies/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import { AccountsService } from '../platform/identity/index.js';
import type { Actor } from '../platform/kernel/index.js';
import { DemoConsultation } from './demo-consultation.service.js';
import { DemoCouncil } from './demo-council.service.js';
import { readDemoMaterial } from './demo-material.js';
import { actingAs, addressOf, DEMO_PASSWORD, DemoPeople } from './demo-people.service.js';

/** The demonstration: people, a council at work and an open draft, made by the same acts that people perform. */
@Injectable()
export class Demo {
  readonly #material = readDemoMaterial();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountsService,
    private readonly bodies: BodiesQueries,
    private readonly people: DemoPeople,
    private readonly council: DemoCouncil,
    private readonly consultation: DemoConsultation,
  ) {}

  /** Fills a database in which nobody has an account yet. */
  async fillIfEmpty(): Promise<void> {
    if (await this.accounts.any()) return;
    const material = this.#material;
    const { consultationId, citizen, officer } = await this.unitOfWork.run(() => this.#record());
    await this.consultation.discuss(material, consultationId, citizen, officer);
  }

  /** The lines that tell who can sign in. */
  lines(): string[] {
    const names = this.#material.accounts.map(({ name }) => `  ${addressOf(name)}`);
    return [`Demonstration accounts, all with the password ${DEMO_PASSWORD}:`, ...names];
  }

  async #record(): Promise<{ consultationId: string; citizen: Actor; officer: Actor }> {
    const material = this.#material;
    const bodyId = (await this.bodies.bodyId({ code: material.body })) ?? '';
    const { territoryId } = await this.bodies.body(bodyId);
    const ids = await this.people.open(material);
    const id = (name: string): string => ids.get(name) ?? '';
    const authority = actingAs(id('ministry'), 'authority');
    const { councilId, memberIds } = await this.council.found(material, { bodyId, territoryId }, authority);
    await this.people.grant(material, { councilId, bodyId, memberId: memberIds[1] ?? '' });
    const secretary = actingAs(id('secretary'), 'secretary', { councilId });
    await this.council.meet(material, councilId, memberIds, bodyId, secretary);
    const officer = actingAs(id('officer'), 'officer', { bodyId });
    const consultationId = await this.consultation.publish(material, bodyId, officer);
    return { consultationId, citizen: actingAs(id('citizen'), 'citizen'), officer };
  }
}
