import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { Meeting } from '../meetings/index.js';
import { Member } from '../members/index.js';
import {
  CountColumn,
  DateColumn,
  IdColumn,
  LocalizedColumn,
  RefColumn,
  TextColumn,
  VersionColumn,
} from '../platform/database/index.js';
import type { LocalDate, LocalizedText } from '../platform/kernel/index.js';
import type { MinutesFacts } from './minutes-facts.js';
import { minutesLifecycle, type MinutesState } from './minutes.lifecycle.js';

/** Who signed, when, and the scan of the paper. */
export interface Signature {
  readonly signedOn: LocalDate;
  readonly chairSignatoryId: string;
  /** The account of the secretary who recorded it; null for an operator. */
  readonly countersignedBy: string | null;
  readonly scan: string | null;
  /** The last day of a publication in time (M5.published). */
  readonly publishDueOn: LocalDate;
}

/** One edition of a meeting's minutes. From the circulation on it keeps the facts and the text as they were then. */
@Entity('minutes')
@Index('minutes_edition_once', ['meetingId', 'edition'], { unique: true })
@Index('minutes_in_force', ['meetingId'], { unique: true, where: `state = 'published'` })
export class Minutes {
  @IdColumn()
  id!: string;

  @VersionColumn()
  version!: number;

  @TextColumn('state')
  state!: MinutesState;

  @RefColumn('meeting_id')
  @ForeignKey(() => Meeting)
  meetingId!: string;

  /** 1, and one more with each correction. */
  @CountColumn('edition')
  edition!: number;

  /** Why the edition before is superseded; null for the first. */
  @LocalizedColumn('reason', { nullable: true })
  reason!: LocalizedText | null;

  /** The secretary's own words. */
  @LocalizedColumn('notes', { nullable: true })
  notes!: LocalizedText | null;

  @Column({ type: 'jsonb', name: 'facts', nullable: true })
  facts!: MinutesFacts | null;

  /** Plain paragraphs in kk and ru. */
  @Column({ type: 'jsonb', name: 'text', nullable: true })
  text!: { kk: string[]; ru: string[] } | null;

  /** The last day of a signature in time (M5.signed); null for a correction, for which the rule has no term. */
  @DateColumn('sign_due_on', { nullable: true })
  signDueOn!: LocalDate | null;

  @DateColumn('circulated_on', { nullable: true })
  circulatedOn!: LocalDate | null;

  @DateColumn('signed_on', { nullable: true })
  signedOn!: LocalDate | null;

  @RefColumn('chair_signatory_id', { nullable: true })
  @ForeignKey(() => Member)
  chairSignatoryId!: string | null;

  /** The secretary's account that recorded the signature. */
  @RefColumn('countersigned_by', { nullable: true })
  @ForeignKey('Account')
  countersignedBy!: string | null;

  @TextColumn('scan', { nullable: true })
  scan!: string | null;

  @DateColumn('publish_due_on', { nullable: true })
  publishDueOn!: LocalDate | null;

  @DateColumn('published_on', { nullable: true })
  publishedOn!: LocalDate | null;

  @DateColumn('superseded_on', { nullable: true })
  supersededOn!: LocalDate | null;

  /** Changes the notes; what was circulated becomes a draft again. */
  revise(notes: LocalizedText | null): void {
    this.state = minutesLifecycle.next(this.state, 'revision');
    this.notes = notes;
    this.facts = null;
    this.text = null;
    this.circulatedOn = null;
  }

  /** Sends it to the members, with facts and text as they stand now. */
  circulate(today: LocalDate, facts: MinutesFacts, text: { kk: string[]; ru: string[] }): void {
    this.state = minutesLifecycle.next(this.state, 'circulation');
    this.circulatedOn = today;
    this.facts = facts;
    this.text = text;
  }

  /** Records the signature of the presiding member. */
  sign(signature: Signature): void {
    this.state = minutesLifecycle.next(this.state, 'signature');
    Object.assign(this, signature);
  }

  /** Makes it public, for good. */
  publish(today: LocalDate): void {
    this.state = minutesLifecycle.next(this.state, 'publication');
    this.publishedOn = today;
  }

  /** The next edition takes its place; it stays readable. */
  supersede(today: LocalDate): void {
    this.state = minutesLifecycle.next(this.state, 'supersession');
    this.supersededOn = today;
  }
}
