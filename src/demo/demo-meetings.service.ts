import { Injectable } from '@nestjs/common';
import {
  AgendaService,
  AttendanceService,
  MeetingsService,
  VotesService,
  type MeetingPlan,
  type NewAgendaItem,
} from '../meetings/index.js';
import { MinutesService } from '../minutes/index.js';
import type { Actor, LocalizedText } from '../platform/kernel/index.js';
import { readMaterial } from './demo-material.js';
import { DemoPeople } from './demo-people.service.js';
import { DemoRecommendations, type DemoRecommendation } from './demo-recommendations.service.js';
import type { Story } from './demo-story.js';

interface DemoItem extends Pick<NewAgendaItem, 'power' | 'kind' | 'title' | 'headPresent'> {
  readonly consultation?: string;
  readonly assessment?: string;
}

interface DemoMeeting extends Pick<MeetingPlan, 'kind' | 'format' | 'broadcastUrl'> {
  readonly key: string;
  readonly place: string;
  readonly announced: number;
  readonly on: number;
  readonly time: string;
  readonly location?: LocalizedText;
  readonly items: readonly DemoItem[];
  /** How many members come. */
  readonly present: number;
  readonly course: 'planned' | 'announced' | 'held' | 'inquorate';
  readonly recommendations?: readonly DemoRecommendation[];
  readonly minutes?: { readonly circulated: number; readonly signed: number; readonly published: number };
}

const MEMBERS = 15;

/** Meetings of the demonstration: held with votes and minutes, inquorate, announced, planned. */
@Injectable()
export class DemoMeetings {
  readonly #meetings = readMaterial('meetings') as DemoMeeting[];

  constructor(
    private readonly meetings: MeetingsService,
    private readonly agenda: AgendaService,
    private readonly attendance: AttendanceService,
    private readonly votes: VotesService,
    private readonly minutes: MinutesService,
    private readonly recommendations: DemoRecommendations,
    private readonly people: DemoPeople,
  ) {}

  /** Tells every meeting from its plan to what came of it. */
  tell(story: Story): void {
    for (const meeting of this.#meetings) {
      story.on(meeting.announced, '16:00', () => this.#plan(story, meeting));
      const { course, on, time, minutes, recommendations = [] } = meeting;
      if (course === 'planned' || course === 'announced') continue;
      story.on(on, time, () => this.#open(story, meeting));
      if (course === 'inquorate') continue;
      meeting.items.forEach((_, at) => {
        const asked = recommendations.filter(({ item }) => item === at + 1);
        story.on(on, later(time, 30 * (at + 1)), () => this.#decide(story, meeting, at, asked));
      });
      story.on(on, later(time, 120), () => this.#close(story, meeting));
      if (minutes) this.#tellMinutes(story, meeting, minutes);
      for (const asked of recommendations) this.recommendations.tell(story, meeting.place, asked);
    }
  }

  #tellMinutes(story: Story, meeting: DemoMeeting, days: NonNullable<DemoMeeting['minutes']>): void {
    const { key, place } = meeting;
    const id = (): string => story.id(`meeting:${key}`);
    const by = (): Actor => this.#secretary(story, meeting);
    const chairSignatory = (): string => story.id(`member:${place}:0`);
    story.on(days.circulated, '17:00', async () => {
      await this.minutes.draft(id(), undefined, by());
      await this.minutes.circulate(id(), by());
    });
    story.on(days.signed, '17:15', () =>
      this.minutes.sign(id(), { signedOn: story.day(days.signed), chairSignatory: chairSignatory() }, by()),
    );
    story.on(days.published, '17:30', () => this.minutes.publish(id(), by()));
  }

  async #plan(story: Story, meeting: DemoMeeting): Promise<void> {
    const { key, place, on, time, location = null, kind, format, broadcastUrl = null, course } = meeting;
    const by = this.#secretary(story, meeting);
    const startsAt = story.instant(on, time).toISOString();
    const plan = { kind, format, startsAt, place: location, broadcastUrl };
    const { id } = await this.meetings.plan(story.id(`council:${place}`), plan, by);
    story.remember(`meeting:${key}`, id);
    for (const [at, { consultation, assessment, ...item }] of meeting.items.entries()) {
      const wanted = {
        ...item,
        bodyId: story.id(`body:${place}`),
        consultationId: consultation === undefined ? null : story.id(`consultation:${consultation}`),
        assessmentId: assessment === undefined ? null : story.id(`assessment:${assessment}`),
      };
      story.remember(`item:${key}:${at}`, (await this.agenda.add(id, wanted, by)).id);
    }
    if (course !== 'planned') await this.meetings.announce(id, by);
  }

  async #open(story: Story, meeting: DemoMeeting): Promise<void> {
    const { key, place, present } = meeting;
    const by = this.#secretary(story, meeting);
    const records = membersOf(story, place).map((memberId, at) => ({
      memberId,
      status: at < present ? ('present' as const) : at % 2 === 0 ? ('excused' as const) : ('absent' as const),
    }));
    await this.attendance.record(story.id(`meeting:${key}`), records, by);
    await this.meetings.open(story.id(`meeting:${key}`), {}, by);
  }

  async #decide(story: Story, meeting: DemoMeeting, at: number, asked: readonly DemoRecommendation[]): Promise<void> {
    const { key, place, present } = meeting;
    const by = this.#secretary(story, meeting);
    const itemId = story.id(`item:${key}:${at}`);
    const votes = membersOf(story, place)
      .slice(0, present)
      .map((memberId, of) => ({ memberId, choice: choiceOf(of, at) }));
    await this.votes.record(itemId, { votes }, by);
    for (const one of asked) await this.recommendations.adopt(story, { itemId, place }, one, by);
  }

  async #close(story: Story, meeting: DemoMeeting): Promise<void> {
    await this.meetings.close(story.id(`meeting:${meeting.key}`), undefined, this.#secretary(story, meeting));
  }

  #secretary(story: Story, { place }: DemoMeeting): Actor {
    return this.people.holder(story, 'secretary', place);
  }
}

function membersOf(story: Story, place: string): string[] {
  return Array.from({ length: MEMBERS }, (_, at) => story.id(`member:${place}:${at}`));
}

/** Most are for it; who is against or abstains differs from item to item. */
function choiceOf(member: number, item: number): 'for' | 'against' | 'abstain' {
  if (member === 5 + item) return 'against';
  return member % 5 === 4 - item ? 'abstain' : 'for';
}

function later(time: string, minutes: number): string {
  const [hours = 0, past = 0] = time.split(':').map(Number);
  const all = hours * 60 + past + minutes;
  return `${Math.floor(all / 60)}:${all % 60}`;
}
