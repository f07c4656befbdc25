import { ApiProperty } from '@nestjs/swagger';
import { LocalizedTextResponse } from '../platform/http/index.js';
import { AgendaItemResponse } from './agenda-items.responses.js';
import { TermBreachResponse, QuorumResponse } from './quorum.responses.js';
import {
  MEETING_FORMATS,
  MEETING_KINDS,
  meetingLifecycle,
  type MeetingFormat,
  type MeetingKind,
  type MeetingState,
} from './meeting.lifecycle.js';
import { ATTENDANCE_STATUSES, type AttendanceStatus } from './quorum.policy.js';

/** A meeting of a council, without its agenda. */
export class MeetingSummaryResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: meetingLifecycle.states })
  state!: MeetingState;

  @ApiProperty({ format: 'uuid' })
  councilId!: string;

  /** Year of the meeting's day; numbers run within it. */
  year!: number;

  number!: number;

  @ApiProperty({ enum: MEETING_KINDS })
  kind!: MeetingKind;

  @ApiProperty({ enum: MEETING_FORMATS })
  format!: MeetingFormat;

  @ApiProperty({ type: String, format: 'date-time' })
  startsAt!: Date;

  @ApiProperty({ type: () => LocalizedTextResponse, nullable: true })
  place!: LocalizedTextResponse | null;

  @ApiProperty({ type: String, format: 'uri', nullable: true })
  broadcastUrl!: string | null;

  @ApiProperty({ type: String, format: 'uri', nullable: true })
  recordingUrl!: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  announcedOn!: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  cancelledOn!: string | null;

  @ApiProperty({ type: () => LocalizedTextResponse, nullable: true })
  cancelReason!: LocalizedTextResponse | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  openedAt!: Date | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  closedAt!: Date | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  presidingMemberId!: string | null;

  /** The computation of M1 at the opening. */
  @ApiProperty({ type: () => QuorumResponse, nullable: true })
  quorum!: QuorumResponse | null;

  @ApiProperty({ type: () => [TermBreachResponse] })
  breaches!: TermBreachResponse[];
}

/** A meeting with its agenda. */
export class MeetingResponse extends MeetingSummaryResponse {
  /** In its order; items that were postponed or taken off stay, as their state says. */
  @ApiProperty({ type: () => [AgendaItemResponse] })
  agenda!: AgendaItemResponse[];

  /** What the caller may do now; only for a signed-in caller. */
  @ApiProperty({ type: [String], required: false })
  moves?: string[];
}

/** A page of meetings, the latest first. */
export class MeetingPageResponse {
  @ApiProperty({ type: () => [MeetingSummaryResponse] })
  items!: MeetingSummaryResponse[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

/** How one member attended. */
export class AttendanceRecordResponse {
  @ApiProperty({ format: 'uuid' })
  memberId!: string;

  familyName!: string;

  givenName!: string;

  @ApiProperty({ type: String, nullable: true })
  patronymic!: string | null;

  @ApiProperty({ enum: ['civil_society', 'state_body'] })
  seat!: string;

  /** Null while nothing is recorded of this member. */
  @ApiProperty({ type: String, enum: ATTENDANCE_STATUSES, nullable: true })
  status!: AttendanceStatus | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  arrivedAt!: Date | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  leftAt!: Date | null;
}

/** Who of the members on the meeting's day was there. */
export class AttendanceResponse {
  @ApiProperty({ format: 'uuid' })
  meetingId!: string;

  /** The meeting's day, on which the composition is taken. */
  @ApiProperty({ format: 'date' })
  on!: string;

  /** The computation of M1 at the opening; null before. */
  @ApiProperty({ type: () => QuorumResponse, nullable: true })
  quorum!: QuorumResponse | null;

  @ApiProperty({ type: () => [AttendanceRecordResponse] })
  records!: AttendanceRecordResponse[];
}
