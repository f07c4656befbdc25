import {
  ChoiceField,
  CountField,
  IdField,
  InstantField,
  ListField,
  LocalizedField,
  PublicPageQuery,
  UrlField,
} from '../platform/http/index.js';
import type { LocalizedText } from '../platform/kernel/index.js';
import {
  MEETING_FORMATS,
  MEETING_KINDS,
  meetingLifecycle,
  type MeetingFormat,
  type MeetingKind,
} from './meeting.lifecycle.js';
import { ATTENDANCE_STATUSES, type AttendanceStatus } from './quorum.policy.js';

const NUMBER = { min: 1, max: 9999 };
const PLACE_MAX = 500;
const REASON_MAX = 2000;
const MEMBERS_MAX = 200;

/** A meeting to be planned. */
export class MeetingRequest {
  /** Number in the year; without it the next. */
  @CountField({ ...NUMBER, optional: true })
  number?: number;

  @ChoiceField(MEETING_KINDS)
  kind!: MeetingKind;

  @ChoiceField(MEETING_FORMATS)
  format!: MeetingFormat;

  @InstantField()
  startsAt!: string;

  @LocalizedField({ max: PLACE_MAX, optional: true, nullable: true })
  place?: LocalizedText | null;

  @UrlField({ optional: true, nullable: true })
  broadcastUrl?: string | null;
}

/** What changes of a meeting; an absent field stays. After the opening only the links may change. */
export class MeetingChangeRequest {
  @CountField({ ...NUMBER, optional: true })
  number?: number;

  @ChoiceField(MEETING_KINDS, { optional: true })
  kind?: MeetingKind;

  @ChoiceField(MEETING_FORMATS, { optional: true })
  format?: MeetingFormat;

  @InstantField({ optional: true })
  startsAt?: string;

  @LocalizedField({ max: PLACE_MAX, optional: true, nullable: true })
  place?: LocalizedText | null;

  @UrlField({ optional: true, nullable: true })
  broadcastUrl?: string | null;

  @UrlField({ optional: true, nullable: true })
  recordingUrl?: string | null;
}

/** A meeting is called off. */
export class MeetingCancellationRequest {
  @LocalizedField({ max: REASON_MAX, optional: true })
  reason?: LocalizedText;
}

/** A meeting is opened. */
export class MeetingOpeningRequest {
  /** Without it the chair of that day presides. */
  @IdField({ optional: true })
  presidingMemberId?: string;

  /** When it was opened, on the meeting's day or later; without it now. */
  @InstantField({ optional: true })
  openedAt?: string;
}

/** A meeting is closed. */
export class MeetingClosingRequest {
  /** When it was closed; without it now. */
  @InstantField({ optional: true })
  closedAt?: string;
}

/** How one member attended. */
export class AttendanceEntryRequest {
  @IdField()
  memberId!: string;

  @ChoiceField(ATTENDANCE_STATUSES)
  status!: AttendanceStatus;

  /** Only of those who were there; without it from the beginning. */
  @InstantField({ optional: true, nullable: true })
  arrivedAt?: string | null;

  /** Only of those who were there; without it to the end. */
  @InstantField({ optional: true, nullable: true })
  leftAt?: string | null;
}

/** The attendance of a meeting, which replaces what is recorded. */
export class AttendanceRequest {
  @ListField(() => AttendanceEntryRequest, { max: MEMBERS_MAX })
  records!: AttendanceEntryRequest[];
}

/** Which meetings of a council to list. */
export class MeetingsQuery extends PublicPageQuery {
  @ChoiceField(meetingLifecycle.states, { optional: true })
  state?: string;
}
