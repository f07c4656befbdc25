import { Entity, ForeignKey, Index } from 'typeorm';
import { Council } from '../councils/index.js';
import { Member } from '../members/index.js';
import {
  CountColumn,
  DateColumn,
  IdColumn,
  InstantColumn,
  LocalizedColumn,
  RefColumn,
  TextColumn,
  VersionColumn,
} from '../platform/database/index.js';
import { localDateOf, type LocalDate, type LocalizedText } from '../platform/kernel/index.js';
import { meetingLifecycle, type MeetingFormat, type MeetingKind, type MeetingState } from './meeting.lifecycle.js';
import type { MeetingScope } from './meeting.policy.js';
import type { Quorum } from './quorum.policy.js';

/** A sitting of a public council (Law on Public Councils, Art. 13). */
@Entity('meetings')
@Index('meetings_number', ['councilId', 'year', 'number'], { unique: true })
export class Meeting implements MeetingScope {
  @IdColumn()
  id!: string;

  @VersionColumn()
  version!: number;

  @TextColumn('state')
  state!: MeetingState;

  @RefColumn('council_id')
  @ForeignKey(() => Council)
  councilId!: string;

  /** Year of the meeting's day; numbers run within it. */
  @CountColumn('year')
  year!: number;

  @CountColumn('number')
  number!: number;

  @TextColumn('kind')
  kind!: MeetingKind;

  @TextColumn('format')
  format!: MeetingFormat;

  @InstantColumn('starts_at')
  startsAt!: Date;

  @LocalizedColumn('place', { nullable: true })
  place!: LocalizedText | null;

  @TextColumn('broadcast_url', { nullable: true })
  broadcastUrl!: string | null;

  @TextColumn('recording_url', { nullable: true })
  recordingUrl!: string | null;

  @DateColumn('announced_on', { nullable: true })
  announcedOn!: LocalDate | null;

  /** The last day on which the agenda was announced in time (M5.notice). */
  @DateColumn('notice_due_on', { nullable: true })
  noticeDueOn!: LocalDate | null;

  @DateColumn('cancelled_on', { nullable: true })
  cancelledOn!: LocalDate | null;

  @LocalizedColumn('cancel_reason', { nullable: true })
  cancelReason!: LocalizedText | null;

  @InstantColumn('opened_at', { nullable: true })
  openedAt!: Date | null;

  @InstantColumn('closed_at', { nullable: true })
  closedAt!: Date | null;

  @RefColumn('presiding_member_id', { nullable: true })
  @ForeignKey(() => Member)
  presidingMemberId!: string | null;

  /** The computation of M1 at the opening. */
  @LocalizedColumn('quorum', { nullable: true })
  quorum!: Quorum | null;

  /** The meeting's day in Kazakhstan. */
  get day(): LocalDate {
    return localDateOf(this.startsAt);
  }

  /** Public from the announcement on (M2). */
  get isPublic(): boolean {
    return this.announcedOn !== null;
  }

  /** Makes the agenda public. */
  announce(today: LocalDate, noticeDueOn: LocalDate): void {
    this.state = meetingLifecycle.next(this.state, 'announcement');
    this.announcedOn = today;
    this.noticeDueOn = noticeDueOn;
  }

  /** It will not take place. */
  cancel(today: LocalDate, reason: LocalizedText | null): void {
    this.state = meetingLifecycle.next(this.state, 'cancellation');
    this.cancelledOn = today;
    this.cancelReason = reason;
  }

  /** Opens it, or, without quorum, records that it could not be held (M1). */
  open(at: Date, presidingMemberId: string, quorum: Quorum): void {
    this.state = meetingLifecycle.next(this.state, quorum.reached ? 'opening' : 'inquoracy');
    this.openedAt = at;
    this.presidingMemberId = presidingMemberId;
    this.quorum = quorum;
  }

  /** Ends it: attendance, agenda and votes stand as they are. */
  close(at: Date): void {
    this.state = meetingLifecycle.next(this.state, 'closing');
    this.closedAt = at;
  }
}
