import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Member } from '../members/index.js';
import { InstantColumn, TextColumn } from '../platform/database/index.js';
import { Meeting } from './meeting.entity.js';
import type { AttendanceStatus, Presence } from './quorum.policy.js';

/** How a member attended a meeting, with times of arrival and leaving. */
@Entity('attendance')
export class Attendance implements Presence {
  @PrimaryColumn({ type: 'uuid', name: 'meeting_id' })
  @ForeignKey(() => Meeting)
  meetingId!: string;

  @PrimaryColumn({ type: 'uuid', name: 'member_id' })
  @ForeignKey(() => Member)
  memberId!: string;

  @TextColumn('status')
  status!: AttendanceStatus;

  @InstantColumn('arrived_at', { nullable: true })
  arrivedAt!: Date | null;

  @InstantColumn('left_at', { nullable: true })
  leftAt!: Date | null;
}
