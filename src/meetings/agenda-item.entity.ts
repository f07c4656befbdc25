import { Column, Entity, ForeignKey } from 'typeorm';
import { Body } from '../bodies/index.js';
import {
  CountColumn,
  DateColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  LocalizedColumn,
  RefColumn,
  TextColumn,
  VersionColumn,
} from '../platform/database/index.js';
import { notPossibleNow, type LocalDate, type LocalizedText } from '../platform/kernel/index.js';
import { agendaItemLifecycle, type AgendaItemState, type ItemKind, type SpeakerRole } from './agenda-item.lifecycle.js';
import { Meeting } from './meeting.entity.js';
import type { Quorum } from './quorum.policy.js';
import type { Count, Outcome, Tally } from './tally.policy.js';

/** Who reports on an item; the office in both languages. */
export interface Rapporteur {
  readonly name: string;
  readonly office?: LocalizedText | undefined;
}

/** Who speaks to an item. */
export interface Speaker extends Rapporteur {
  readonly role: SpeakerRole;
}

/** A document laid before the meeting. */
export interface Material {
  readonly title: LocalizedText;
  readonly url: string;
}

/** A vote as it was counted, and the quorum at its instant. */
export interface Result extends Count {
  readonly votedAt: Date;
  readonly quorum: Quorum;
}

/** What a secretary enters of an item; a field that is absent stays. */
export interface AgendaItemFields {
  readonly title?: LocalizedText;
  readonly power?: string;
  readonly kind?: ItemKind;
  readonly bodyId?: string | null;
  readonly rapporteur?: Rapporteur | null;
  readonly speakers?: readonly Speaker[];
  readonly headPresent?: boolean | null;
  readonly materials?: readonly Material[];
  readonly consultationId?: string | null;
  readonly assessmentId?: string | null;
}

const VOTED_ON = ['title', 'power', 'kind', 'bodyId', 'consultationId', 'assessmentId'] as const;

/** A matter on the agenda of a meeting, under a power of the council. */
@Entity('agenda_items')
export class AgendaItem {
  @IdColumn()
  id!: string;

  @VersionColumn()
  version!: number;

  @TextColumn('state')
  state!: AgendaItemState;

  @RefColumn('meeting_id')
  @ForeignKey(() => Meeting)
  meetingId!: string;

  /** Place on the agenda, from 1. */
  @CountColumn('position')
  position!: number;

  @LocalizedColumn('title')
  title!: LocalizedText;

  /** The power of Art. 5 or 5-1 that it is heard under. */
  @TextColumn('power')
  power!: string;

  @TextColumn('kind')
  kind!: ItemKind;

  /** The body concerned. */
  @RefColumn('body_id', { nullable: true })
  @ForeignKey(() => Body)
  bodyId!: string | null;

  @Column({ type: 'jsonb', name: 'rapporteur', nullable: true })
  rapporteur!: Rapporteur | null;

  @Column({ type: 'jsonb', name: 'speakers' })
  speakers!: readonly Speaker[];

  /** Whether the first head of the body took part; null while it is not recorded. */
  @FlagColumn('head_present', { nullable: true })
  headPresent!: boolean | null;

  @Column({ type: 'jsonb', name: 'materials' })
  materials!: readonly Material[];

  @RefColumn('consultation_id', { nullable: true })
  @ForeignKey('Consultation')
  consultationId!: string | null;

  @RefColumn('assessment_id', { nullable: true })
  @ForeignKey('Assessment')
  assessmentId!: string | null;

  @DateColumn('added_on')
  addedOn!: LocalDate;

  /** Added after the agenda was announced. */
  @FlagColumn('added_late')
  addedLate!: boolean;

  @InstantColumn('voted_at', { nullable: true })
  votedAt!: Date | null;

  @Column({ type: 'jsonb', name: 'tally', nullable: true })
  tally!: Tally | null;

  @CountColumn('base', { nullable: true })
  base!: number | null;

  @Column({ type: 'jsonb', name: 'quorum', nullable: true })
  quorum!: Quorum | null;

  @TextColumn('outcome', { nullable: true })
  outcome!: Outcome | null;

  /** True once a recommendation rests on the carried vote, which then cannot be lost by a replacement. */
  @FlagColumn('relied_on')
  reliedOn!: boolean;

  /** Changes what is given. What was voted on is what is on record: it no longer changes. */
  amend(change: AgendaItemFields): void {
    if (VOTED_ON.some((field) => change[field] !== undefined)) this.#refuseAfterVote();
    Object.assign(this, change);
  }

  /** Leaves it for another meeting; refused once it was voted on. */
  postpone(): void {
    this.#refuseAfterVote();
    this.state = agendaItemLifecycle.next(this.state, 'postponement');
  }

  /** Puts a postponed item back on the agenda. */
  resume(): void {
    this.state = agendaItemLifecycle.next(this.state, 'resumption');
  }

  /** Takes it off; the record stays. */
  takeOff(): void {
    this.#refuseAfterVote();
    this.state = agendaItemLifecycle.next(this.state, 'removal');
  }

  /** Records a count. Throws when a decision that rests on the item would lose its ground. */
  decide({ votedAt, tally, base, quorum, outcome }: Result): void {
    if (this.state !== 'listed') throw notPossibleNow('item-not-on-agenda', { state: this.state });
    if (this.reliedOn && outcome !== 'carried') throw notPossibleNow('outcome-relied-on', { state: this.state });
    Object.assign(this, { votedAt, tally, base, quorum, outcome });
  }

  /** A recommendation rests on it. */
  relyOn(): void {
    if (this.outcome !== 'carried') throw notPossibleNow('item-not-carried', { state: this.state });
    this.reliedOn = true;
  }

  #refuseAfterVote(): void {
    if (this.votedAt) throw notPossibleNow('item-voted-on', { state: this.state });
  }
}
