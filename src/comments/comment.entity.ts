import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import {
  BytesColumn,
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
import { notPossibleNow, type Language, type LocalDate, type LocalizedText } from '../platform/kernel/index.js';
import { COMMENT_LIFECYCLE, type CommentState, type Outcome } from './comment.lifecycle.js';
import type { QuoteContext } from './quote-place.js';

/** The body's reasoned decision on a comment. */
export interface Answer {
  readonly outcome: Outcome;
  readonly reasons: LocalizedText;
  /** The provision of the draft that it leads to. */
  readonly provisionId?: string | null | undefined;
}

/** What readers get in the place of a comment that the body hid: why, since when, and whether its author appealed. */
export interface ConcealmentNotice {
  /** One of the closed list of grounds. */
  readonly ground: string;
  readonly explanation: LocalizedText;
  readonly concealedOn: LocalDate;
  readonly appeal: 'none' | 'lodged' | 'upheld';
}

/** The organisation for which the author says that he writes: his word, which nobody checks. */
export interface OnBehalfOf {
  readonly name: string;
  /** Business identification number. */
  readonly bin: string | null;
}

/** What is kept of the organisation that a request names; null where it names none. */
export function onBehalfOfIn(said: { readonly name: string; readonly bin?: string } | undefined): OnBehalfOf | null {
  return said ? { name: said.name, bin: said.bin ?? null } : null;
}

/** What a participant said in a consultation, exactly as sent. Comes in by the intake, by letter, or taken over. */
@Entity('comments')
@Check('comments_state', COMMENT_LIFECYCLE.check('state'))
@Index('comments_number', ['consultationId', 'number'], { unique: true })
@Index('comments_receipt', ['receipt'], { unique: true })
@Index('comments_repeat', ['repeatHash'], { unique: true, where: 'repeat_hash is not null' })
export class Comment {
  @IdColumn()
  id!: string;

  @VersionColumn()
  version!: number;

  /** Proved by a trigger, once a statement. */
  @RefColumn('consultation_id')
  consultationId!: string;

  /** Counts the consultation's comments from 1, gapless, in the order of acceptance. */
  @CountColumn('number')
  number!: number;

  @TextColumn('state')
  state!: CommentState;

  @TextColumn('channel')
  channel!: string;

  @TextColumn('language')
  language!: Language;

  @TextColumn('text')
  text!: string;

  /** SHA-256 of the text's UTF-8 bytes, in hexadecimal. */
  @TextColumn('text_hash')
  textHash!: string;

  @RefColumn('provision_id', { nullable: true })
  @ForeignKey('Provision')
  provisionId!: string | null;

  /** The version of the draft that was being discussed. */
  @CountColumn('version_number', { nullable: true })
  versionNumber!: number | null;

  @TextColumn('quote', { nullable: true })
  quote!: string | null;

  /** The words around the quote, which tell one place of a provision from others that say the same. */
  @LocalizedColumn('quote_context', { nullable: true })
  quoteContext!: QuoteContext | null;

  @FlagColumn('show_name')
  showName!: boolean;

  /** Proved by a trigger, once a statement. */
  @RefColumn('account_id', { nullable: true })
  accountId!: string | null;

  /** Counts the people who take part in the consultation from 1, gapless; one person has one number. */
  @CountColumn('participant')
  participant!: number;

  @FlagColumn('first_of_participant')
  firstOfParticipant!: boolean;

  /** The instant at which the request was read completely. */
  @InstantColumn('accepted_at')
  acceptedAt!: Date;

  @TextColumn('receipt')
  receipt!: string;

  /** The request's `Idempotency-Key`: the same request makes one comment, for as long as there is the comment. */
  @TextColumn('idempotency_key', { nullable: true })
  idempotencyKey!: string | null;

  /** SHA-256 of the request's body: the same key with another body is refused. */
  @BytesColumn('idempotency_hash', { nullable: true })
  idempotencyHash!: Buffer | null;

  /** What an exact repeat by the same person would have too; null once it is withdrawn, so that it may be said again. */
  @RefColumn('repeat_hash', { nullable: true })
  repeatHash!: string | null;

  @InstantColumn('answered_at', { nullable: true })
  answeredAt!: Date | null;

  /** When the body last changed its answer; `answered_at` stays the day of the first one. */
  @InstantColumn('revised_at', { nullable: true })
  revisedAt!: Date | null;

  @RefColumn('answered_by', { nullable: true })
  @ForeignKey('Account')
  answeredBy!: string | null;

  @TextColumn('outcome', { nullable: true })
  outcome!: Outcome | null;

  @LocalizedColumn('reasons', { nullable: true })
  reasons!: LocalizedText | null;

  /** The provision that the answer leads to. */
  @RefColumn('answer_provision_id', { nullable: true })
  @ForeignKey('Provision')
  answerProvisionId!: string | null;

  @RefColumn('group_id', { nullable: true })
  groupId!: string | null;

  @InstantColumn('withdrawn_at', { nullable: true })
  withdrawnAt!: Date | null;

  /** The day on which the body received the letter; null for a comment that was posted here. */
  @DateColumn('received_on', { nullable: true })
  receivedOn!: LocalDate | null;

  /** Who signed the letter, where that is to be shown. */
  @TextColumn('author_name', { nullable: true })
  authorName!: string | null;

  @LocalizedColumn('on_behalf_of', { nullable: true })
  onBehalfOf!: OnBehalfOf | null;

  /** How many files came with it. */
  @CountColumn('files', { default: 0 })
  files!: number;

  /** When the account's holder said that he did not write it; null where he did not. Final. */
  @InstantColumn('disowned_at', { nullable: true })
  disownedAt!: Date | null;

  @TextColumn('disowned_reason', { nullable: true })
  disownedReason!: string | null;

  /** Null for a comment that everyone may read. Counts, number and place do not depend on it. */
  @Column({ type: 'jsonb', name: 'concealment', nullable: true })
  concealment!: ConcealmentNotice | null;

  /** The author takes it back: it stays counted, without its text. Throws `not-possible-now` once answered or disowned. */
  withdraw(at: Date): void {
    const { state } = this;
    if (this.disownedAt !== null) throw notPossibleNow('withdrawal-of-disowned', { state, possible: [] });
    this.state = COMMENT_LIFECYCLE.next(state, 'withdrawal');
    this.withdrawnAt = at;
    this.repeatHash = null;
  }

  /** The account's holder says that he did not write it: it stays as it is, without his name. Once, and for good. */
  disown(at: Date, reason: string | null): void {
    const { state } = this;
    if (state === 'withdrawn') throw notPossibleNow('disowning-of-withdrawn', { state, possible: [] });
    if (this.disownedAt !== null) throw notPossibleNow('disowned-already', { state, possible: [] });
    Object.assign(this, { disownedAt: at, disownedReason: reason, showName: false });
  }

  /** The body answers with reasons. Throws `not-possible-now` when it is answered or withdrawn already. */
  answer({ outcome, reasons, provisionId = null }: Answer, by: string | null, at: Date): void {
    this.state = COMMENT_LIFECYCLE.next(this.state, 'answer');
    const said = { outcome, reasons, answerProvisionId: provisionId };
    Object.assign(this, { ...said, answeredBy: by, answeredAt: at });
  }

  /** Another answer takes the place of the one that stands. Throws `not-possible-now` when it is not answered. */
  revise({ outcome, reasons, provisionId = null }: Answer, by: string | null, at: Date): void {
    this.state = COMMENT_LIFECYCLE.next(this.state, 'revision');
    const said = { outcome, reasons, answerProvisionId: provisionId };
    Object.assign(this, { ...said, answeredBy: by, revisedAt: at });
  }

  /** Readers see the notice instead of the text, the quote and the name; null shows them again. */
  conceal(notice: ConcealmentNotice | null): void {
    this.concealment = notice;
  }
}
