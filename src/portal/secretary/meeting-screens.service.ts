import { Injectable } from '@nestjs/common';
import { BodiesQueries, type BodyResponse } from '../../bodies/index.js';
import { CouncilRules, CouncilsQueries, type CouncilFacts } from '../../councils/index.js';
import { MembersQueries, type MemberOn } from '../../members/index.js';
import {
  AgendaItemsQueries,
  isPresentAt,
  MeetingsQueries,
  quorumOf,
  type AgendaItemResponse,
  type AttendanceResponse,
  type MeetingResponse,
  type Quorum,
} from '../../meetings/index.js';
import { versionOf } from '../../platform/http/index.js';
import { localDateOf, notFound, permit, verdict, type Actor } from '../../platform/kernel/index.js';
import { RecommendationsQueries, type RecommendationResponse } from '../../recommendations/index.js';
import { readPowers, type Power } from '../../rulebook/index.js';

/** A meeting with its council, as its secretary sees it. */
export interface HeldMeeting {
  readonly meeting: MeetingResponse;
  readonly version: number;
  readonly council: CouncilFacts;
}

/** All that the screen of a running meeting shows; the statements behind it are as many for any meeting. */
export interface MeetingScreen extends HeldMeeting {
  readonly roll: AttendanceResponse;
  readonly members: readonly MemberOn[];
  /** By the attendance that is recorded, at this moment or at the opening. */
  readonly quorum: Quorum;
  /** The item that is dealt with now, with its version. */
  readonly item: AgendaItemResponse | undefined;
  readonly itemVersion: number | undefined;
  readonly recommendations: readonly RecommendationResponse[];
  readonly bodies: readonly BodyResponse[];
  readonly powers: readonly Power[];
}

const MOST_BODIES = 500;

/** Reads meetings for those who run them. */
@Injectable()
export class MeetingScreens {
  constructor(
    private readonly meetings: MeetingsQueries,
    private readonly agenda: AgendaItemsQueries,
    private readonly councils: CouncilsQueries,
    private readonly members: MembersQueries,
    private readonly rules: CouncilRules,
    private readonly recommendations: RecommendationsQueries,
    private readonly bodies: BodiesQueries,
  ) {}

  /** A meeting of a council of which the caller is secretary. Throws `not-found` and `not-allowed`. */
  async meeting(id: string, by: Actor): Promise<HeldMeeting> {
    const meeting = await this.meetings.one(id, by);
    permit(verdict(by, 'meeting.record', { councilId: meeting.councilId }));
    return { meeting, version: versionOf(meeting) ?? 0, council: await this.council(meeting.councilId, by) };
  }

  /** A council of which the caller is secretary. Throws `not-found` and `not-allowed`. */
  async council(id: string, by: Actor): Promise<CouncilFacts> {
    const council = await this.councils.find(id);
    if (!council) throw notFound();
    permit(verdict(by, 'meeting.plan', { councilId: id }));
    return council;
  }

  /** The screen of a meeting at an instant, with the item that is asked for, else the first that is not decided. */
  async screen(id: string, by: Actor, at: Date, wanted?: string): Promise<MeetingScreen> {
    const held = await this.meeting(id, by);
    const { meeting, council } = held;
    const day = localDateOf(meeting.startsAt);
    const [roll, members, rules, recommendations, bodies] = await Promise.all([
      this.meetings.attendance(id, by),
      this.members.onDate(meeting.councilId, day),
      this.rules.on(meeting.councilId, day),
      this.recommendations.ofMeeting(id),
      this.allBodies(),
    ]);
    const [rule] = rules.applied('M1');
    if (!rule) throw new Error('The rulebook has no M1.');
    const present = presentAt(roll, at).length;
    const now = quorumOf(members.length, present, { fraction: rules.fraction('M1'), rule });
    const quorum = quorumShown(meeting, now);
    const item = await this.#item(meeting, wanted, by);
    const itemVersion = item && versionOf(item);
    const powers = powersOf(council);
    return { ...held, roll, members, quorum, item, itemVersion, recommendations, bodies, powers };
  }

  async #item({ agenda }: MeetingResponse, wanted: string | undefined, by: Actor) {
    const item = agenda.find(({ id }) => id === wanted) ?? nextItem({ agenda });
    return item && this.agenda.one(item.id, by);
  }

  /** All bodies, by code. */
  async allBodies(): Promise<readonly BodyResponse[]> {
    return (await this.bodies.bodies({ limit: MOST_BODIES })).items;
  }
}

/** What counts of a meeting that is over is how it was opened. */
function quorumShown({ state, quorum }: MeetingResponse, now: Quorum): Quorum {
  return state === 'closed' || state === 'inquorate' ? (quorum ?? now) : now;
}

/** The powers of a council (LPC 5, 5-1). */
export function powersOf({ kind }: CouncilFacts): Power[] {
  const councils = kind === 'quasi_state' ? 'quasi_state' : 'ministry_or_local';
  return readPowers().filter((power) => power.councils === councils);
}

/** Those who are there at an instant. */
export function presentAt({ records }: AttendanceResponse, at: Date): AttendanceResponse['records'] {
  return records.filter(({ status, ...one }) => status !== null && isPresentAt({ ...one, status }, at));
}

/** The first item on which there was no vote yet; undefined when all are decided. */
export function nextItem({ agenda }: Pick<MeetingResponse, 'agenda'>): AgendaItemResponse | undefined {
  return agenda.find(({ state, result }) => state === 'listed' && result === null);
}
