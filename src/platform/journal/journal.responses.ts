import { ApiProperty } from '@nestjs/swagger';

/** What an act was about. */
export class JournalSubject {
  /** Kind of the record: council, meeting, consultation, … */
  kind!: string;

  /** A UUID; for a day of the calendar its date, for a rule its id. */
  id!: string;
}

/** Who acted, by kind only: nothing in the journal is personal. */
export class JournalActor {
  @ApiProperty({ enum: ['anonymous', 'account', 'operator', 'system'] })
  kind!: string;
}

/** A rule the act rested on, with the value applied. */
export class JournalRule {
  id!: string;

  /** The value of the rule at that time. */
  @ApiProperty({ type: Object })
  value!: unknown;
}

/** One public act. `leafHash` is SHA-256(0x00 ‖ entry) over exactly this JSON without `leafHash` (RFC 9162). */
export class JournalEntryResponse {
  /** Gapless number in the order of commits; numbers of acts that are not public are left out. */
  seq!: number;

  @ApiProperty({ format: 'date-time' })
  at!: string;

  /** The act, in the past tense. */
  what!: string;

  subject!: JournalSubject;

  actor!: JournalActor;

  @ApiProperty({ type: () => [JournalRule] })
  rules!: JournalRule[];

  /** Ids and values before and after. */
  @ApiProperty({ type: Object })
  data!: Record<string, unknown>;

  /** SHA-256 in hexadecimal. */
  leafHash!: string;
}

/** A page of the journal. */
export class JournalPageResponse {
  @ApiProperty({ type: () => [JournalEntryResponse] })
  items!: JournalEntryResponse[];

  /** The cursor to go on with, or null at the end. */
  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}
