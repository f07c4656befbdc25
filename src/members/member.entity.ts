import { Entity, ForeignKey } from 'typeorm';
import { Convocation, Council } from '../councils/index.js';
import { DateColumn, IdColumn, RefColumn, TextColumn, VersionColumn } from '../platform/database/index.js';
import type { LocalDate } from '../platform/kernel/index.js';
import { MEMBER, type MemberState } from './member.lifecycle.js';
import { Organization } from './organization.entity.js';
import { Person } from './person.entity.js';

export const SEATS = ['civil_society', 'state_body'] as const;
export const END_REASONS = [
  'resigned',
  'excluded',
  'died',
  'entered_state_service',
  'organization_liquidated',
  'convocation_over',
] as const;

export type Seat = (typeof SEATS)[number];
export type EndReason = (typeof END_REASONS)[number];

/** How a membership ends: `on` is the first day on which the person is no member any more. */
export interface MemberEnd {
  readonly on: LocalDate;
  readonly reason: EndReason;
  readonly agendaItemId?: string | undefined;
}

/** A person holding one seat of a council for a term within one convocation. */
@Entity('members')
export class Member {
  @IdColumn()
  id!: string;

  @VersionColumn()
  version!: number;

  @TextColumn('state')
  state!: MemberState;

  @RefColumn('council_id')
  @ForeignKey(() => Council)
  councilId!: string;

  @RefColumn('convocation_id')
  @ForeignKey(() => Convocation)
  convocationId!: string;

  @RefColumn('person_id')
  @ForeignKey(() => Person)
  personId!: string;

  @TextColumn('seat')
  seat!: Seat;

  @RefColumn('organization_id', { nullable: true })
  @ForeignKey(() => Organization)
  organizationId!: string | null;

  @DateColumn('since_on')
  sinceOn!: LocalDate;

  /** The last day of the term; null: to the end of the convocation. */
  @DateColumn('until_on', { nullable: true })
  untilOn!: LocalDate | null;

  /** The first day without membership, where it ended before its term. */
  @DateColumn('ended_on', { nullable: true })
  endedOn!: LocalDate | null;

  @TextColumn('end_reason', { nullable: true })
  endReason!: EndReason | null;

  /** The agenda item under which the council decided on the end. */
  @RefColumn('agenda_item_id', { nullable: true })
  @ForeignKey('AgendaItem')
  agendaItemId!: string | null;

  /** Records a fact: whatever it does to the composition, it is never refused for that. Twice is `not-possible-now`. */
  end({ on, reason, agendaItemId }: MemberEnd): void {
    this.state = MEMBER.next(this.state, 'end');
    this.endedOn = on;
    this.endReason = reason;
    this.agendaItemId = agendaItemId ?? null;
  }
}
