import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/index.js';
import { Journal } from '../platform/journal/index.js';
import {
  Clock,
  conflict,
  invalid,
  notPossibleNow,
  permit,
  type Actor,
  type FieldError,
} from '../platform/kernel/index.js';
import type { AgendaItem } from './agenda-item.entity.js';
import type { Meeting } from './meeting.entity.js';
import { meetingAct, presences } from './meeting.events.js';
import { ATTENDANCE_OPEN, movesFrom } from './meeting.lifecycle.js';
import { mayRecord } from './meeting.policy.js';
import { MeetingsRepository } from './meetings.repository.js';
import { attends, type AttendanceStatus, type Presence } from './quorum.policy.js';
import { RecordsRepository } from './records.repository.js';
import { refuseBeforeDay } from './recording.policy.js';
import { type Roll, Rolls } from './roll.service.js';

/** How one member attended, as the secretary enters it. */
export interface AttendanceEntry {
  readonly memberId: string;
  readonly status: AttendanceStatus;
  readonly arrivedAt?: string | null;
  readonly leftAt?: string | null;
}

/** Who was there, from when to when. */
@Injectable()
export class AttendanceService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly meetings: MeetingsRepository,
    private readonly records: RecordsRepository,
    private readonly rolls: Rolls,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /**
   * Replaces the attendance of a meeting until it is closed. Quorum and counts that are recorded already are computed
   * anew; a replacement by which a recorded vote would be that of an absent member is refused.
   */
  async record(meetingId: string, entries: readonly AttendanceEntry[], by: Actor, expected?: number): Promise<void> {
    await this.unitOfWork.run(async () => {
      const meeting = await this.meetings.lock(meetingId, expected);
      permit(mayRecord(by, meeting));
      if (!ATTENDANCE_OPEN.includes(meeting.state)) {
        throw notPossibleNow('attendance-closed', { state: meeting.state, possible: movesFrom(meeting.state) });
      }
      refuseBeforeDay(meeting, this.clock.today());
      const attendance = entries.map(presenceOf);
      const before = await this.records.attendance(meetingId);
      const roll = await this.rolls.of(meeting, attendance);
      refuseUnfitting(roll, meeting.presidingMemberId);
      await this.records.replaceAttendance(meetingId, attendance);
      await this.#recount(meeting, roll);
      if (meeting.openedAt) meeting.quorum = roll.quorumAt(meeting.openedAt);
      await this.meetings.update(meeting);
      const what = before.length > 0 ? 'meeting.attendance-replaced' : 'meeting.attendance-recorded';
      const data = { from: presences(before), to: presences(attendance) };
      this.journal.append(meetingAct(what, meeting, by, { rules: roll.rules.applied('M1'), data }));
    });
  }

  async #recount(meeting: Meeting, roll: Roll): Promise<void> {
    const items = await this.meetings.votedItems(meeting.id);
    if (items.length === 0 || meeting.presidingMemberId === null) return;
    const ballots = await this.records.ballots(meeting.id);
    for (const item of items) {
      const votes = ballots.get(item.id) ?? [];
      const votedAt = votedAtOf(item);
      const present = new Set(roll.presentAt(votedAt));
      if (votes.some(({ memberId }) => !present.has(memberId))) throw conflict('vote-of-an-absent-member');
      item.decide(roll.count(votes, meeting.presidingMemberId, votedAt));
      await this.meetings.updateItem(item);
    }
  }
}

function votedAtOf({ id, votedAt }: AgendaItem): Date {
  if (votedAt === null) throw new Error(`Item ${id} has no votes.`);
  return votedAt;
}

function presenceOf({ memberId, status, arrivedAt, leftAt }: AttendanceEntry): Presence {
  const instant = (text: string | null | undefined): Date | null => (text == null ? null : new Date(text));
  return { memberId, status, arrivedAt: instant(arrivedAt), leftAt: instant(leftAt) };
}

function refuseUnfitting({ ids, attendance }: Roll, presidingMemberId: string | null): void {
  const seen = new Set<string>();
  const errors: FieldError[] = [];
  attendance.forEach((one, at) => {
    const fault = faultOf(one, ids, seen);
    if (fault) errors.push({ pointer: `/records/${at}/${fault[0]}`, code: fault[1] });
    seen.add(one.memberId);
  });
  if (errors.length > 0) throw invalid(...errors);
  const presiding = attendance.find(({ memberId }) => memberId === presidingMemberId);
  if (presidingMemberId !== null && !(presiding && attends(presiding))) {
    throw conflict('presiding-member-absent');
  }
}

function faultOf(one: Presence, ids: readonly string[], seen: ReadonlySet<string>): [string, string] | undefined {
  if (!ids.includes(one.memberId)) return ['memberId', 'not-a-member'];
  if (seen.has(one.memberId)) return ['memberId', 'duplicate'];
  return timesFault(one);
}

function timesFault(one: Presence): [string, string] | undefined {
  const { arrivedAt, leftAt } = one;
  if (!attends(one) && arrivedAt !== null) return ['arrivedAt', 'only-if-present'];
  if (!attends(one) && leftAt !== null) return ['leftAt', 'only-if-present'];
  if (arrivedAt !== null && leftAt !== null && leftAt <= arrivedAt) return ['leftAt', 'leaves-before-arriving'];
  return undefined;
}
