import { Injectable } from '@nestjs/common';
import { BodiesQueries } from '../bodies/index.js';
import { CouncilsService, type CouncilRequest } from '../councils/index.js';
import { MemberRolesService, MembersService, ActivationService } from '../members/index.js';
import type { LocalizedText } from '../platform/kernel/index.js';
import { readMaterial } from './demo-material.js';
import { DemoPeople } from './demo-people.service.js';
import type { Story } from './demo-story.js';

type Seat = 'civil_society' | 'state_body';

interface DemoCouncil extends Pick<CouncilRequest, 'level' | 'kind'> {
  readonly place: string;
  readonly body: string;
  readonly name: LocalizedText;
  readonly civil: number;
  readonly state: number;
  readonly seats: number;
  readonly founded: number;
  /** Absent while the council is being formed. */
  readonly activated?: number;
  /** A member of civil society lays the seat down. */
  readonly resigned?: number;
}

interface Material {
  readonly councils: readonly DemoCouncil[];
  /** Family names, of men and of women. */
  readonly families: readonly (readonly [string, string])[];
  readonly men: readonly string[];
  readonly women: readonly string[];
}

/** A step that shares no factor with the lists, so that names do not repeat in their order. */
const STEP = 7;

/** The councils of the demonstration: at work, being formed, incomplete. */
@Injectable()
export class DemoCouncils {
  readonly #material = readMaterial('councils') as Material;
  #named = 0;

  constructor(
    private readonly bodies: BodiesQueries,
    private readonly councils: CouncilsService,
    private readonly members: MembersService,
    private readonly roles: MemberRolesService,
    private readonly activation: ActivationService,
    private readonly people: DemoPeople,
  ) {}

  /** Tells how the councils came about, and who left. */
  tell(story: Story): void {
    for (const council of this.#material.councils) {
      story.on(council.founded, '10:00', () => this.#found(story, council));
      if (council.activated !== undefined) story.on(council.activated, '11:00', () => this.#activate(story, council));
      if (council.resigned !== undefined) story.on(council.resigned, '15:00', () => this.#resign(story, council));
    }
  }

  async #found(story: Story, { place, body, civil, state, founded, name, level, kind, seats }: DemoCouncil) {
    const by = this.people.holder(story, 'authority');
    const bodyId = (await this.bodies.bodyId({ code: body })) ?? '';
    const { territoryId } = await this.bodies.body(bodyId);
    const since = story.day(founded);
    const wanted = { name, level, kind, bodyId, territoryId, seats, foundedOn: since };
    const councilId = await this.councils.establish(wanted, by);
    story.remember(`body:${place}`, bodyId);
    story.remember(`council:${place}`, councilId);
    for (let at = 0; at < civil + state; at += 1) {
      const seat: Seat = at < civil ? 'civil_society' : 'state_body';
      const memberId = await this.members.appoint(councilId, { person: this.#name(), seat, since }, by);
      story.remember(`member:${place}:${at}`, memberId);
    }
  }

  async #activate(story: Story, { place, activated = 0 }: DemoCouncil): Promise<void> {
    const by = this.people.holder(story, 'authority');
    await this.activation.activate(story.id(`council:${place}`), by);
    const since = story.day(activated);
    await this.roles.give(story.id(`member:${place}:0`), { role: 'chair', since }, by);
    await this.roles.give(story.id(`member:${place}:1`), { role: 'deputy_chair', since }, by);
  }

  async #resign(story: Story, { place, civil, resigned = 0 }: DemoCouncil): Promise<void> {
    const by = this.people.holder(story, 'authority');
    const last = story.id(`member:${place}:${civil - 1}`);
    await this.members.end(last, { on: story.day(resigned), reason: 'resigned' }, by);
  }

  #name(): { familyName: string; givenName: string } {
    const { families, men, women } = this.#material;
    const at = this.#named;
    this.#named += 1;
    const isWoman = at % 2 === 0;
    const given = isWoman ? women : men;
    const family = families[(at * STEP) % families.length];
    return {
      familyName: family?.[isWoman ? 1 : 0] ?? '',
      givenName: given[(at + Math.floor(at / families.length)) % given.length] ?? '',
    };
  }
}
