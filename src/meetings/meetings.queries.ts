import { Injectable } from '@nestjs/common';
import { CouncilsQueries } from '../councils/index.js';
import { MembersQueries } from '../members/index.js';
import { Statements } from '../platform/database/index.js';
import { versioned } from '../platform/http/index.js';
import {
  keysOf,
  localDateOf,
  notFound,
  pageOf,
  permit,
  type Actor,
  type LocalDate,
  type Page,
} from '../platform/kernel/index.js';
import { AgendaItemsQueries } from './agenda-items.queries.js';
import { noticeBreaches } from './meeting.deadlines.js';
import { AGENDA_OPEN, ATTENDANCE_OPEN, movesFrom, type MeetingState } from './meeting.lifecycle.js';
import { mayRecord, maySee, seesUnpublished } from './meeting.policy.js';
import type { MeetingsQuery } from './meetings.requests.js';
import type { AttendanceResponse, MeetingResponse, MeetingSummaryResponse } from './meetings.responses.js';
import { RecordsRepository } from './records.repository.js';

/** What other records need to know of a meeting. */
export interface MeetingFacts {
  readonly id: string;
  readonly councilId: string;
  readonly state: MeetingState;
  readonly year: number;
  readonly number: number;
  /** The meeting's day in Kazakhstan. */
  readonly day: LocalDate;
  readonly isPublic: boolean;
  readonly presidingMemberId: string | null;
}

type MeetingRead = Omit<MeetingSummaryResponse, 'breaches'> & {
  readonly version: number;
  readonly noticeDueOn: LocalDate | null;
} & Record<string, unknown>;

const MEETING = `m.id, m.version, m.state, m.council_id as "councilId", m.year, m.number, m.kind, m.format,
  m.starts_at as "startsAt", m.place, m.broadcast_url as "broadcastUrl", m.recording_url as "recordingUrl",
  m.announced_on as "announcedOn", m.notice_due_on as "noticeDueOn", m.cancelled_on as "cancelledOn",
  m.cancel_reason as "cancelReason", m.opened_at as "openedAt", m.closed_at as "closedAt",
  m.presiding_member_id as "presidingMemberId", m.quorum`;

/** Reads of meetings. Before the announcement they exist for the council's secretary and members only. */
@Injectable()
export class MeetingsQueries {
  constructor(
    private readonly statements: Statements,
    private readonly councils: CouncilsQueries,
    private readonly members: MembersQueries,
    private readonly records: RecordsRepository,
    private readonly agenda: AgendaItemsQueries,
  ) {}

  /** Undefined when there is no such meeting. */
  async find(id: string): Promise<MeetingFacts | undefined> {
    const row = await this.#row(id);
    if (!row) return undefined;
    const { councilId, state, year, number, startsAt, announcedOn, presidingMemberId } = row;
    const day = localDateOf(startsAt);
    return { id, councilId, state, year, number, day, isPublic: announcedOn !== null, presidingMemberId };
  }

  /** The latest first. Throws `not-found` for an unknown council. */
  async list(councilId: string, query: MeetingsQuery, by: Actor): Promise<Page<MeetingSummaryResponse>> {
    const { limit, after, modifiedSince, state } = query;
    if (!(await this.councils.find(councilId))) throw notFound();
    const [at, id] = keysOf(after, ['number', 'id']) ?? [null, null];
    const rows = await this.statements.rows<MeetingRead>(
      'meetings',
      `select ${MEETING} from meetings m
       where m.council_id = $1 and ($2::boolean or m.announced_on is not null)
         and ($3::float8 is null or (extract(epoch from m.starts_at)::float8 * 1000, m.id) < ($3, $4::uuid))
         and ($5::text is null or m.state = $5)
         and ($6::timestamptz is null or m.id::text in (select j.subject_id from journal j
           where j.subject_kind = 'meeting' and j.public and j.seq >= coalesce(
             (select min(s.seq) from journal s where s.at >= $6), 9223372036854775807)))
       order by m.starts_at desc, m.id desc limit $7`,
      [councilId, seesUnpublished(by, councilId), at, id, state ?? null, modifiedSince ?? null, limit + 1],
    );
    return pageOf(rows, limit, (row) => [row.startsAt.getTime(), row.id], summaryOf);
  }

  /** With its agenda and the votes; two statements. Throws `not-found`. */
  async one(id: string, by: Actor): Promise<MeetingResponse> {
    const row = await this.#visible(id, by);
    const response: MeetingResponse = Object.assign(summaryOf(row), { agenda: await this.agenda.of(id) });
    if (by.kind === 'anonymous') return versioned(response, row.version);
    const scope = { councilId: row.councilId, isPublic: row.announcedOn !== null };
    const moves = mayRecord(by, scope) === 'allowed' ? meetingMoves(row.state) : [];
    return versioned(Object.assign(response, { moves }), row.version);
  }

  /** All members on the meeting's day with what is recorded of each; three statements. Throws `not-found`. */
  async attendance(id: string, by: Actor): Promise<AttendanceResponse> {
    const row = await this.#visible(id, by);
    const on = localDateOf(row.startsAt);
    const recorded = new Map((await this.records.attendance(id)).map((one) => [one.memberId, one]));
    const members = await this.members.onDate(row.councilId, on);
    const records = members.map(({ memberId, familyName, givenName, patronymic, seat }) => {
      const { status = null, arrivedAt = null, leftAt = null } = recorded.get(memberId) ?? {};
      return { memberId, familyName, givenName, patronymic, seat, status, arrivedAt, leftAt };
    });
    return versioned({ meetingId: id, on, quorum: row.quorum, records }, row.version);
  }

  async #visible(id: string, by: Actor): Promise<MeetingRead> {
    const row = await this.#row(id);
    if (!row) throw notFound();
    permit(maySee(by, { councilId: row.councilId, isPublic: row.announcedOn !== null }));
    return row;
  }

  #row(id: string): Promise<MeetingRead | undefined> {
    return this.statements.row<MeetingRead>('meeting', `select ${MEETING} from meetings m where m.id = $1`, [id]);
  }
}

function meetingMoves(state: MeetingState): string[] {
  const agenda = AGENDA_OPEN.includes(state) ? ['agenda-items'] : [];
  const attendance = ATTENDANCE_OPEN.includes(state) ? ['attendance'] : [];
  return [...movesFrom(state), ...agenda, ...attendance];
}

function summaryOf(row: MeetingRead): MeetingSummaryResponse {
  const { id, state, councilId, year, number, kind, format, startsAt, place, broadcastUrl, recordingUrl } = row;
  const { announcedOn, cancelledOn, cancelReason, openedAt, closedAt, presidingMemberId, quorum } = row;
  const breaches = noticeBreaches(row.noticeDueOn, announcedOn);
  return {
    ...{ id, state, councilId, year, number, kind, format, startsAt, place, broadcastUrl, recordingUrl },
    ...{ announcedOn, cancelledOn, cancelReason, openedAt, closedAt, presidingMemberId, quorum, breaches },
  };
}
