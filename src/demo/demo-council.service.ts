import { Injectable } from '@nestjs/common';
import { CalendarService } from '../calendar/index.js';
import { CouncilsService } from '../councils/index.js';
import { AgendaService, AttendanceService, MeetingsService, VotesService } from '../meetings/index.js';
import { ActivationService, MemberRolesService, MembersService } from '../members/index.js';
import { MinutesService } from '../minutes/index.js';
import { Clock, startOf, type Actor, type LocalDate } from '../platform/kernel/index.js';
import { RecommendationsService } from '../recommendations/index.js';
import type { DemoMaterial } from './demo-material.js';

const MS_PER_HOUR = 3_600_000;
const HOUR_OF_MEETING = 10;
/** Working days until the next meeting: enough for its agenda to be announced in time. */
const AHEAD = 8;

/** The council of the demonstration: its members, the meeting of today and the next one. */
@Injectable()
export class DemoCouncil {
  constructor(
    private readonly councils: CouncilsService,
    private readonly members: MembersService,
    private readonly roles: MemberRolesService,
    private readonly activation: ActivationService,
    private readonly meetings: MeetingsService,
    private readonly agenda: AgendaService,
    private readonly attendance: AttendanceService,
    private readonly votes: VotesService,
    private readonly recommendations: RecommendationsService,
    private readonly minutes: MinutesService,
    private readonly calendar: CalendarService,
    private readonly clock: Clock,
  ) {}

  /** An active council with its chair; gives its id and its members', civil society first. */
  async found(
    { council: name, members }: DemoMaterial,
    place: { readonly bodyId: string; readonly territoryId: string },
    by: Actor,
  ): Promise<{ councilId: string; memberIds: string[] }> {
    const since = this.clock.today();
    const seats = members.civil_society.length + members.state_body.length;
    const wanted = { name, level: 'regional', kind: 'local', ...place, seats, foundedOn: since } as const;
    const councilId = await this.councils.establish(wanted, by);
    const memberIds: string[] = [];
    for (const seat of ['civil_society', 'state_body'] as const) {
      for (const [familyName, givenName] of members[seat]) {
        memberIds.push(await this.members.appoint(councilId, { person: { familyName, givenName }, seat, since }, by));
      }
    }
    await this.activation.activate(councilId, by);
    await this.roles.give(memberIds[0] ?? '', { role: 'chair', since }, by);
    return { councilId, memberIds };
  }

  /** A meeting held today, with votes, a recommendation under way and minutes; and one announced for later. */
  async meet(
    material: DemoMaterial,
    councilId: string,
    memberIds: readonly string[],
    bodyId: string,
    by: Actor,
  ): Promise<void> {
    const today = this.clock.today();
    const calendar = await this.calendar.current();
    await this.#plan(material, councilId, bodyId, calendar.due(today, { amount: AHEAD, unit: 'wd' }).on, by);
    const { meetingId, itemIds } = await this.#plan(material, councilId, bodyId, today, by);
    const records = memberIds.map((memberId, at) => ({
      memberId,
      status: at % 7 === 6 ? ('excused' as const) : ('present' as const),
    }));
    await this.attendance.record(meetingId, records, by);
    await this.meetings.open(meetingId, {}, by);
    const votes = records
      .filter(({ status }) => status === 'present')
      .map(({ memberId }, at) => ({ memberId, choice: at < 10 ? ('for' as const) : ('abstain' as const) }));
    for (const itemId of itemIds) await this.votes.record(itemId, { votes }, by);
    const asked = { text: material.recommendation, power: '6', bodyId };
    const recommendation = await this.recommendations.adopt(itemIds.at(-1) ?? '', asked, by);
    await this.meetings.close(meetingId, undefined, by);
    await this.recommendations.dispatch(recommendation.id, by);
    await this.minutes.draft(meetingId, undefined, by);
    await this.minutes.circulate(meetingId, by);
    await this.minutes.sign(meetingId, { signedOn: today, chairSignatory: memberIds[0] ?? '' }, by);
    await this.minutes.publish(meetingId, by);
  }

  async #plan(
    { meeting }: DemoMaterial,
    councilId: string,
    bodyId: string,
    on: LocalDate,
    by: Actor,
  ): Promise<{ meetingId: string; itemIds: string[] }> {
    const startsAt = new Date(startOf(on).getTime() + HOUR_OF_MEETING * MS_PER_HOUR).toISOString();
    const plan = { kind: 'regular', format: 'in_person', startsAt, place: meeting.place } as const;
    const { id: meetingId } = await this.meetings.plan(councilId, plan, by);
    const itemIds: string[] = [];
    for (const item of meeting.items) itemIds.push((await this.agenda.add(meetingId, { ...item, bodyId }, by)).id);
    await this.meetings.announce(meetingId, by);
    return { meetingId, itemIds };
  }
}
