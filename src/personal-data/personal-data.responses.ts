import { ApiProperty } from '@nestjs/swagger';
import { CommentDraftResponse } from '../comment-drafts/index.js';
import { ConcealmentNoticeResponse, OnBehalfOfResponse } from '../comments/index.js';
import { FILE_KINDS, FILE_USES, type FileKind, type FileUse } from '../platform/files/index.js';
import { LocalizedTextResponse } from '../platform/http/index.js';
import type { PersonalData } from '../platform/identity/index.js';
import { UnconfirmedCommentResponse } from '../unconfirmed-comments/index.js';
import { LANGUAGES, type Language } from '../platform/kernel/index.js';
import { OwnSubscriptionResponse } from '../subscriptions/index.js';

const Instant = (): PropertyDecorator => ApiProperty({ type: String, format: 'date-time' });
const InstantOrNull = (): PropertyDecorator => ApiProperty({ type: String, format: 'date-time', nullable: true });
const AnId = (): PropertyDecorator => ApiProperty({ type: String, format: 'uuid' });
const IdOrNull = (): PropertyDecorator => ApiProperty({ type: String, format: 'uuid', nullable: true });
const DateOrNull = (): PropertyDecorator => ApiProperty({ type: String, format: 'date', nullable: true });
const TextOrNull = (): PropertyDecorator => ApiProperty({ type: String, nullable: true });

/** My account. Of the password only whether there is one. */
export class OwnAccountResponse {
  @AnId()
  id!: string;

  @ApiProperty({ format: 'email' })
  email!: string;

  displayName!: string;

  @ApiProperty({ enum: LANGUAGES })
  language!: Language;

  @Instant()
  createdAt!: string;

  @InstantOrNull()
  confirmedAt!: string | null;

  hasPassword!: boolean;
}

/** A role that I hold or held. */
export class OwnRoleResponse {
  role!: string;

  @IdOrNull()
  councilId!: string | null;

  @IdOrNull()
  bodyId!: string | null;

  @IdOrNull()
  memberId!: string | null;

  @Instant()
  grantedAt!: string;

  @InstantOrNull()
  revokedAt!: string | null;
}

/** A session of mine. */
export class OwnSessionResponse {
  @AnId()
  id!: string;

  @Instant()
  startedAt!: string;

  @Instant()
  expiresAt!: string;

  @InstantOrNull()
  endedAt!: string | null;
}

/** A link that was sent to me; not the link itself. */
export class OwnLinkResponse {
  purpose!: string;

  @Instant()
  expiresAt!: string;

  @InstantOrNull()
  usedAt!: string | null;
}

/** An `Idempotency-Key` of mine that is remembered. */
export class OwnRequestKeyResponse {
  route!: string;

  key!: string;

  @Instant()
  createdAt!: string;
}

/** An act of mine in the journal. */
export class OwnActResponse {
  @ApiProperty({ type: 'integer' })
  seq!: number;

  @Instant()
  at!: string;

  what!: string;

  subjectKind!: string;

  subjectId!: string;

  /** True when everyone can read the entry, without who acted. */
  public!: boolean;
}

/** A comment of mine. */
export class OwnCommentResponse {
  @AnId()
  id!: string;

  @AnId()
  consultationId!: string;

  @ApiProperty({ type: 'integer' })
  number!: number;

  state!: string;

  language!: string;

  text!: string;

  @IdOrNull()
  provisionId!: string | null;

  @TextOrNull()
  quote!: string | null;

  @ApiProperty({ type: String, nullable: true })
  quoteBefore!: string | null;

  @ApiProperty({ type: String, nullable: true })
  quoteAfter!: string | null;

  /** True when the comment is shown under my name. */
  showName!: boolean;

  @ApiProperty({ type: () => OnBehalfOfResponse, nullable: true })
  onBehalfOf!: OnBehalfOfResponse | null;

  /** When I said that I did not write it, and what I said of that. */
  @InstantOrNull()
  disownedAt!: string | null;

  @TextOrNull()
  disownedReason!: string | null;

  /** The number under which I take part in this consultation. */
  @ApiProperty({ type: 'integer', nullable: true })
  participant!: number | null;

  @Instant()
  acceptedAt!: string;

  receipt!: string;

  textHash!: string;

  @TextOrNull()
  outcome!: string | null;

  @ApiProperty({ type: () => LocalizedTextResponse, nullable: true })
  reasons!: LocalizedTextResponse | null;

  @InstantOrNull()
  answeredAt!: string | null;

  /** When the body last changed the answer. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  revisedAt!: string | null;

  /** The provision that the answer leads to. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  answerProvisionId!: string | null;

  @InstantOrNull()
  withdrawnAt!: string | null;

  /** What readers get in its place; null for a comment that everyone may read. */
  @ApiProperty({ type: () => ConcealmentNoticeResponse, nullable: true })
  concealment!: ConcealmentNoticeResponse | null;
}

/** A concealment of a comment of mine, with my appeal. */
export class OwnConcealmentResponse {
  @AnId()
  commentId!: string;

  ground!: string;

  @ApiProperty({ type: () => LocalizedTextResponse })
  explanation!: LocalizedTextResponse;

  @ApiProperty({ format: 'date' })
  concealedOn!: string;

  @ApiProperty({ format: 'date' })
  appealDueOn!: string;

  @DateOrNull()
  appealedOn!: string | null;

  /** What I appealed with. */
  @TextOrNull()
  appealGrounds!: string | null;

  @DateOrNull()
  decidedOn!: string | null;

  @TextOrNull()
  outcome!: string | null;

  @ApiProperty({ type: () => LocalizedTextResponse, nullable: true })
  reasons!: LocalizedTextResponse | null;

  @DateOrNull()
  reversedOn!: string | null;
}

/** A file of mine; its bytes are at `/files/{id}/{name}`. */
export class OwnFileResponse {
  @AnId()
  id!: string;

  name!: string;

  @ApiProperty({ enum: FILE_KINDS })
  kind!: FileKind;

  @ApiProperty({ type: 'integer' })
  size!: number;

  hash!: string;

  @Instant()
  uploadedAt!: string;

  /** Null for one that nothing uses: it is removed after a day. */
  @ApiProperty({ type: String, enum: FILE_USES, nullable: true })
  usedAs!: FileUse | null;
}

/** All that is held about me. */
export class PersonalDataResponse {
  account!: OwnAccountResponse;

  @ApiProperty({ type: () => [OwnRoleResponse] })
  roles!: OwnRoleResponse[];

  @ApiProperty({ type: () => [OwnSessionResponse] })
  sessions!: OwnSessionResponse[];

  @ApiProperty({ type: () => [OwnLinkResponse] })
  links!: OwnLinkResponse[];

  @ApiProperty({ type: () => [OwnRequestKeyResponse] })
  requestKeys!: OwnRequestKeyResponse[];

  @ApiProperty({ type: () => [OwnActResponse] })
  acts!: OwnActResponse[];

  @ApiProperty({ type: () => [OwnCommentResponse] })
  comments!: OwnCommentResponse[];

  @ApiProperty({ type: () => [OwnConcealmentResponse] })
  concealments!: OwnConcealmentResponse[];

  @ApiProperty({ type: () => [OwnFileResponse] })
  files!: OwnFileResponse[];

  /** What I have written and not sent yet. */
  @ApiProperty({ type: () => [CommentDraftResponse] })
  commentDrafts!: CommentDraftResponse[];

  /** What I follow. */
  @ApiProperty({ type: () => [OwnSubscriptionResponse] })
  subscriptions!: OwnSubscriptionResponse[];

  /** What waits for a confirmation by a letter to my address. */
  @ApiProperty({ type: () => [UnconfirmedCommentResponse] })
  unconfirmedComments!: UnconfirmedCommentResponse[];
}

/** As it is selected, column by column. */
export function personalDataResponse(
  data: PersonalData,
  more: Readonly<Record<Exclude<keyof PersonalDataResponse, keyof PersonalData>, readonly object[]>>,
): PersonalDataResponse {
  return Object.assign(new PersonalDataResponse(), data, more);
}
