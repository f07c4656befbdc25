import { Entity, ForeignKey } from 'typeorm';
import { DateColumn, IdColumn, RefColumn, TextColumn, VersionColumn } from '../platform/database/index.js';
import { addDays, conflict, type LocalDate } from '../platform/kernel/index.js';
import { Member } from './member.entity.js';

export const MEMBER_ROLES = ['chair', 'deputy_chair', 'presidium', 'commission_head'] as const;

export type MemberRoleName = (typeof MEMBER_ROLES)[number];

/** A role of a member in time; it never lasts longer than the membership. */
@Entity('member_roles')
export class MemberRole {
  @IdColumn()
  id!: string;

  @VersionColumn()
  version!: number;

  @RefColumn('member_id')
  @ForeignKey(() => Member)
  memberId!: string;

  @TextColumn('role')
  role!: MemberRoleName;

  @DateColumn('since_on')
  sinceOn!: LocalDate;

  /** The last day; null: as long as the membership. A role that never began ends the day before its first. */
  @DateColumn('until_on', { nullable: true })
  untilOn!: LocalDate | null;

  /** `on` is the first day without the role. Throws `conflict` when it has ended by then. */
  end(on: LocalDate): void {
    if (this.untilOn !== null && this.untilOn < on) throw conflict('role-ended-already');
    this.untilOn = addDays(on, -1);
  }
}
