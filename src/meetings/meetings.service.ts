import { Injectable } from '@nestjs/common';
import { CalendarService } from '../calendar/index.js';
import { CouncilRules, CouncilsQueries, type CouncilFacts } from '../councils/index.js';
import { constraintOf, newId, UnitOfWork } from '../platform/database/index.js';
import { Journal } from '../platform/journal/index.js';
import {
  Clock,
  conflict,
  invalidAt,
  localDateOf,
  notFound,
  notInThisState,
  notPossibleNow,
  permit,
  type Actor,
  type LocalizedText,
} from '../platform/kernel/index.js';
import { noticeDay } from './meeting.deadlines.js';
import { Meeting } from './meeting.entity.js';
import { changes, meetingAct } from './meeting.events.js';
import { meetingLifecycle, movesFrom, PLAN_OPEN, type MeetingFormat, type MeetingKind } from './meeting.lifecycle.js';
import { mayPlan, mayRecord } from './meeting.policy.js';
import { MeetingsRepository } from './meetings.repository.js';
import { instantOf, refuseBeforeDay } from './recording.policy.js';
import { type Roll, Rolls } from './roll.service.js';

/** A meeting as the secretary plans it. */
export interface MeetingPlan {
  readonly number?: number;
  readonly kind: MeetingKind;
  readonly format: MeetingFormat;
  readonly startsAt: string;
  readonly place?: LocalizedText | null;
  readonly broadcastUrl?: string | null;
}

/** What may change of a meeting; after the opening only the links. */
export interface MeetingChange extends Partial<MeetingPlan> {
  readonly recordingUrl?: string | null;
}

const FIELDS = ['year', 'number', 'kind', 'format', 'startsAt', 'place', 'broadcastUrl', 'recordingUrl'];

/** The life of a meeting, from its plan to its end. */
@Injectable()
export class MeetingsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly meetings: MeetingsRepository,
    private readonly councils: CouncilsQueries,
    private readonly rules: CouncilRules,
    private readonly calendar: CalendarService,
    private readonly rolls: Rolls,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Plans a meeting of an active council; without a number it takes the next of the year. */
  async plan(councilId: string, { number, startsAt, ...wanted }: MeetingPlan, by: Actor): Promise<Meeting> {
    return this.unitOfWork.run(async () => {
      const council = await this.councils.find(councilId);
      if (!council) throw notFound();
      permit(mayPlan(by, { councilId, isPublic: true }));
      refuseInactive(council);
      const meeting = Object.assign(new Meeting(), BLANK, wanted, { id: newId(), councilId });
      await this.#schedule(meeting, new Date(startsAt), number);
      await this.meetings.insert(meeting).catch(refuseTakenNumber);
      const data = { year: meeting.year, number: meeting.number, startsAt: meeting.startsAt };
      this.journal.append(meetingAct('meeting.planned', meeting, by, { data }));
      return meeting;
    });
  }

  /** Changes the plan; a moved meeting is judged by M5.notice anew. */
  async amend(id: string, wanted: MeetingChange, by: Actor, expected?: number): Promise<void> {
    const { number, startsAt, ...change } = wanted;
    await this.unitOfWork.run(async () => {
      const meeting = await this.meetings.lock(id, expected);
      permit(mayPlan(by, meeting));
      refuseLateAmendment(meeting, wanted);
      const before = Object.assign({}, meeting);
      Object.assign(meeting, change);
      if (startsAt !== undefined || number !== undefined) {
        await this.#schedule(meeting, new Date(startsAt ?? meeting.startsAt), number);
      }
      if (meeting.noticeDueOn !== null) meeting.noticeDueOn = await this.#noticeDay(meeting);
      await this.meetings.update(meeting).catch(refuseTakenNumber);
      this.journal.append(meetingAct('meeting.amended', meeting, by, { data: changes(before, meeting, FIELDS) }));
    });
  }

  /** Makes the meeting and its agenda public; too late for M5.notice stands, and is shown. */
  async announce(id: string, by: Actor, expected?: number): Promise<void> {
    await this.unitOfWork.run(async () => {
      const meeting = await this.meetings.lock(id, expected);
      permit(mayPlan(by, meeting));
      await this.#refuseInactive(meeting);
      meeting.announce(this.clock.today(), await this.#noticeDay(meeting));
      await this.meetings.update(meeting);
      const rules = (await this.rules.on(meeting.councilId, this.clock.today())).applied('M5.notice', 'M2');
      const { announcedOn, noticeDueOn } = meeting;
      const data = { announcedOn, noticeDueOn, agendaItemIds: await this.meetings.itemIds(id) };
      this.journal.append(meetingAct('meeting.announced', meeting, by, { rules, data }));
    });
  }

  /** Calls the meeting off. */
  async cancel(id: string, reason: LocalizedText | null, by: Actor, expected?: number): Promise<void> {
    await this.unitOfWork.run(async () => {
      const meeting = await this.meetings.lock(id, expected);
      permit(mayPlan(by, meeting));
      meeting.cancel(this.clock.today(), reason);
      await this.meetings.update(meeting);
      this.journal.append(meetingAct('meeting.cancelled', meeting, by));
    });
  }

  /** Opens the meeting under a presiding member; without quorum it becomes inquorate (M1). */
  async open(
    id: string,
    { presidingMemberId, openedAt }: { readonly presidingMemberId?: string; readonly openedAt?: string },
    by: Actor,
    expected?: number,
  ): Promise<void> {
    await this.unitOfWork.run(async () => {
      const meeting = await this.meetings.lock(id, expected);
      permit(mayRecord(by, meeting));
      meetingLifecycle.next(meeting.state, 'opening');
      await this.#refuseInactive(meeting);
      refuseBeforeDay(meeting, this.clock.today());
      const fits = (given: Date): boolean => localDateOf(given) >= meeting.day;
      const at = instantOf(openedAt, this.clock.now(), { pointer: '/openedAt', fits });
      const roll = await this.rolls.of(meeting);
      const presiding = presidingOf(roll, presidingMemberId);
      const quorum = roll.quorumAt(at);
      if (quorum.reached && !roll.presentAt(at).includes(presiding)) {
        throw invalidAt('/presidingMemberId', 'presiding-not-present');
      }
      meeting.open(at, presiding, quorum);
      await this.meetings.update(meeting);
      const { members, present, needed } = quorum;
      const data = { openedAt: at, presidingMemberId: presiding, members, present, needed };
      const what = quorum.reached ? 'meeting.opened' : 'meeting.found-inquorate';
      this.journal.append(meetingAct(what, meeting, by, { rules: roll.rules.applied('M1'), data }));
    });
  }

  /** Ends the meeting; what is recorded can no longer be replaced. */
  async close(id: string, closedAt: string | undefined, by: Actor, expected?: number): Promise<void> {
    await this.unitOfWork.run(async () => {
      const meeting = await this.meetings.lock(id, expected);
      permit(mayRecord(by, meeting));
      meetingLifecycle.next(meeting.state, 'closing');
      const votes = await this.meetings.votedItems(id);
      const before = [meeting.openedAt, ...votes.map(({ votedAt }) => votedAt)];
      const fits = (given: Date): boolean => before.every((at) => at === null || at <= given);
      meeting.close(instantOf(closedAt, this.clock.now(), { pointer: '/closedAt', fits }));
      await this.meetings.update(meeting);
      this.journal.append(meetingAct('meeting.closed', meeting, by, { data: { closedAt: meeting.closedAt } }));
    });
  }

  async #schedule(meeting: Meeting, startsAt: Date, wanted: number | undefined): Promise<void> {
    const year = Number(localDateOf(startsAt).slice(0, 4));
    const isMoved = meeting.year !== year;
    meeting.startsAt = startsAt;
    meeting.year = year;
    if (wanted !== undefined) meeting.number = wanted;
    else if (isMoved) meeting.number = (await this.meetings.lastNumber(meeting.councilId, year)) + 1;
  }

  async #noticeDay(meeting: Meeting): Promise<string> {
    const rules = await this.rules.on(meeting.councilId, meeting.announcedOn ?? this.clock.today());
    return noticeDay(await this.calendar.current(), meeting.day, rules.term('M5.notice'));
  }

  async #refuseInactive({ councilId }: Meeting): Promise<void> {
    const council = await this.councils.find(councilId);
    if (!council) throw notFound();
    refuseInactive(council);
  }
}

const BLANK = {
  version: 1,
  state: 'planned',
  year: 0,
  place: null,
  broadcastUrl: null,
  recordingUrl: null,
  announcedOn: null,
  noticeDueOn: null,
  cancelledOn: null,
  cancelReason: null,
  openedAt: null,
  closedAt: null,
  presidingMemberId: null,
  quorum: null,
} as const;

function refuseInactive({ state }: CouncilFacts): void {
  if (state !== 'active') throw notPossibleNow('council-not-active', { state });
}

function refuseLateAmendment(meeting: Meeting, { broadcastUrl, recordingUrl, ...rest }: MeetingChange): void {
  const isPlanChanged = Object.keys(rest).length > 0;
  const isLinkChanged = broadcastUrl !== undefined || recordingUrl !== undefined;
  const isOver = meeting.state === 'cancelled';
  if ((isPlanChanged && !PLAN_OPEN.includes(meeting.state)) || (isLinkChanged && isOver)) {
    const { state } = meeting;
    throw notInThisState(meetingLifecycle.kind, state, movesFrom(state));
  }
}

function presidingOf(roll: Roll, given: string | undefined): string {
  const id = given ?? roll.members.find(({ roles }) => roles.includes('chair'))?.memberId;
  if (id === undefined) throw invalidAt('/presidingMemberId', 'presiding-member-needed');
  if (!roll.ids.includes(id)) throw invalidAt('/presidingMemberId', 'not-a-member');
  return id;
}

function refuseTakenNumber(error: unknown): never {
  throw constraintOf(error) === 'meetings_number' ? conflict('meeting-number-taken') : error;
}
