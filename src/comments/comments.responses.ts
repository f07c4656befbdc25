import { ApiProperty } from '@nestjs/swagger';
import { FileResponse } from '../platform/files/index.js';
import { LocalizedTextResponse, versioned } from '../platform/http/index.js';
import { ANONYMOUS, LANGUAGES, type Actor, type Language, type LocalizedText } from '../platform/kernel/index.js';
import { COMMENT_LIFECYCLE, OUTCOMES, type CommentMove, type CommentState, type Outcome } from './comment.lifecycle.js';
import { isAuthor, mayReadConcealed, movesOf } from './comment.policy.js';
import type { CommentRow } from './comment-row.js';
import { ConcealmentNoticeResponse } from './concealment-notice.responses.js';
import { OnBehalfOfResponse } from './on-behalf-of.responses.js';
import { PLACES, type Place } from './places.js';

/** Who wrote a comment, where he wants that shown. */
export class CommentAuthorResponse {
  name!: string;
}

/** The proof that a comment was received. */
export class ReceiptResponse {
  /** 28 symbols of Crockford's base32 in groups of four. Whoever knows it can ask what became of the comment. */
  number!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  acceptedAt!: Date;

  /** SHA-256 of the text's UTF-8 bytes, in hexadecimal. */
  textHash!: string;
}

/** What the body made of a comment, and why. */
export class CommentAnswerResponse {
  @ApiProperty({ enum: OUTCOMES })
  outcome!: Outcome;

  @ApiProperty({ type: () => LocalizedTextResponse })
  reasons!: LocalizedText;

  /** Of the first answer. */
  @ApiProperty({ type: String, format: 'date-time' })
  answeredAt!: Date;

  /** When the body last changed it; null for an answer as it was first given. Earlier ones: `/comments/{id}/earlier-answers`. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  revisedAt!: Date | null;

  /** The provision of the draft that it leads to. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  provisionId!: string | null;
}

/** A comment. Once withdrawn or concealed it stays listed, without its words. */
export class CommentResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  consultationId!: string;

  /** Counts the consultation's comments from 1, in the order of acceptance. */
  number!: number;

  @ApiProperty({ enum: COMMENT_LIFECYCLE.states })
  state!: CommentState;

  channel!: string;

  @ApiProperty({ enum: LANGUAGES })
  language!: Language;

  /** Exactly as sent; null once withdrawn, or while concealed, except for the author and who decides on that. */
  @ApiProperty({ type: String, nullable: true })
  text!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  provisionId!: string | null;

  /** The version of the draft that was being discussed. */
  @ApiProperty({ type: 'integer', nullable: true })
  versionNumber!: number | null;

  /** Whether the provision still stands in the latest version, in the same or in other words; null without one. */
  @ApiProperty({ type: String, enum: PLACES, nullable: true })
  place!: Place | null;

  @ApiProperty({ type: String, nullable: true })
  quote!: string | null;

  /** The words around the quote, as its author said them, which tell it from the same words elsewhere. */
  @ApiProperty({ type: String, nullable: true })
  quoteBefore!: string | null;

  @ApiProperty({ type: String, nullable: true })
  quoteAfter!: string | null;

  /** Null when the author did not want his name shown. */
  @ApiProperty({ type: () => CommentAuthorResponse, nullable: true })
  author!: CommentAuthorResponse | null;

  /** Stands for the author among the consultation's participants; null where his name is shown. */
  @ApiProperty({ type: 'integer', nullable: true })
  participant!: number | null;

  /** As stated by the author. */
  @ApiProperty({ type: () => OnBehalfOfResponse, nullable: true })
  onBehalfOf!: OnBehalfOfResponse | null;

  @ApiProperty({ type: String, format: 'date-time' })
  acceptedAt!: Date;

  /** The day on which the body received it as a letter; it was entered at `acceptedAt`. Null for what was posted here. */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  receivedOn!: string | null;

  @ApiProperty({ type: () => CommentAnswerResponse, nullable: true })
  answer!: CommentAnswerResponse | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  withdrawnAt!: Date | null;

  /** Since when the holder of the account says that he did not write it; null where he does not. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  disownedAt!: Date | null;

  /** What he says of that; for him and officers of the body only. */
  @ApiProperty({ type: String, required: false, nullable: true })
  disownedReason?: string | null;

  /** Null for a comment that everyone may read. */
  @ApiProperty({ type: () => ConcealmentNoticeResponse, nullable: true })
  concealment!: ConcealmentNoticeResponse | null;
  /** The group of comments of the same text; null until it is computed, within minutes. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  groupId!: string | null;

  /** How many files came with it, at `/comments/{id}/files`; 0 while its words are not to be read. */
  @ApiProperty({ type: 'integer' })
  fileCount!: number;

  /** For the author only. */
  @ApiProperty({ type: () => ReceiptResponse, required: false })
  receipt?: ReceiptResponse;

  /** What the signed-in caller may do with it now. */
  @ApiProperty({ enum: Object.keys(COMMENT_LIFECYCLE.moves), isArray: true, required: false })
  moves?: CommentMove[];
}

/** A page of comments. */
export class CommentPageResponse {
  @ApiProperty({ type: () => [CommentResponse] })
  items!: CommentResponse[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

/** The files of a comment, in its author's order; none while its words are not to be read. */
export class CommentFilesResponse {
  @ApiProperty({ type: () => [FileResponse] })
  items!: FileResponse[];
}

/** What became of a comment, without who wrote it. */
export class ReceiptStateResponse extends ReceiptResponse {
  @ApiProperty({ format: 'uuid' })
  commentId!: string;

  @ApiProperty({ format: 'uuid' })
  consultationId!: string;

  @ApiProperty({ enum: COMMENT_LIFECYCLE.states })
  state!: CommentState;

  /** The day on which the body received it as a letter; null for what was posted here. */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  receivedOn!: string | null;

  /** As stated by the author; null while hidden. */
  @ApiProperty({ type: () => OnBehalfOfResponse, nullable: true })
  onBehalfOf!: OnBehalfOfResponse | null;

  @ApiProperty({ type: () => CommentAnswerResponse, nullable: true })
  answer!: CommentAnswerResponse | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  withdrawnAt!: Date | null;

  /** When the holder of the account said that he did not write it. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  disownedAt!: Date | null;

  /** Null for a comment that everyone may read. */
  @ApiProperty({ type: () => ConcealmentNoticeResponse, nullable: true })
  concealment!: ConcealmentNoticeResponse | null;
}

/** The comment as `by` may see it; the same for everyone who is not signed in. */
export function commentResponse(row: CommentRow, by: Actor): CommentResponse {
  const own = isAuthor(by, row.accountId);
  const hidden = !own && isHidden(row, by);
  const response: CommentResponse = {
    id: row.id,
    consultationId: row.consultationId,
    number: row.number,
    state: row.state,
    channel: row.channel,
    language: row.language,
    provisionId: row.provisionId,
    versionNumber: row.versionNumber,
    place: row.place,
    ...(hidden ? NO_WORDS : wordsOf(row)),
    participant: row.showName ? null : row.participant,
    acceptedAt: row.acceptedAt,
    receivedOn: row.receivedOn,
    answer: answerOf(row),
    withdrawnAt: row.withdrawnAt,
    disownedAt: row.disownedAt,
    concealment: row.concealment,
    groupId: row.groupId,
  };
  if (own) response.receipt = receiptOf(row);
  if (maySeeReason(by, row)) response.disownedReason = row.disownedReason ?? null;
  if (by.kind !== 'anonymous') response.moves = movesOf(by, row, { bodyId: row.bodyId, state: row.consultationState });
  return versioned(response, row.version);
}

/** Why somebody says that a comment is not his is told to those who read hidden comments. */
function maySeeReason(by: Actor, row: CommentRow): boolean {
  return row.disownedAt !== null && mayReadConcealed(by, row);
}

type Words = Pick<
  CommentResponse,
  'text' | 'quote' | 'quoteBefore' | 'quoteAfter' | 'author' | 'onBehalfOf' | 'fileCount'
>;

const NO_QUOTE = { quote: null, quoteBefore: null, quoteAfter: null };
const NO_WORDS: Words = { text: null, ...NO_QUOTE, author: null, onBehalfOf: null, fileCount: 0 };

function wordsOf(row: CommentRow): Words {
  return {
    text: row.text,
    quote: row.quote,
    quoteBefore: row.quoteContext?.before ?? null,
    quoteAfter: row.quoteContext?.after ?? null,
    author: authorOf(row),
    onBehalfOf: row.disownedAt === null ? row.onBehalfOf : null,
    fileCount: row.files,
  };
}

function isHidden(row: CommentRow, by: Actor): boolean {
  return row.state === 'withdrawn' || (row.concealment !== null && !mayReadConcealed(by, row));
}

function authorOf({ showName, authorName }: CommentRow): CommentAuthorResponse | null {
  return showName && authorName !== null ? { name: authorName } : null;
}

export function receiptOf({ receipt, acceptedAt, textHash }: CommentRow): ReceiptResponse {
  return { number: receipt, acceptedAt, textHash };
}

/** What a receipt tells. */
export function receiptStateResponse(row: CommentRow): ReceiptStateResponse {
  const { id: commentId, consultationId, state, receivedOn, withdrawnAt, disownedAt, concealment } = row;
  const onBehalfOf = isHidden(row, ANONYMOUS) ? null : wordsOf(row).onBehalfOf;
  const { number, acceptedAt, textHash } = receiptOf(row);
  const answer = answerOf(row);
  const given = { number, acceptedAt, textHash, commentId, consultationId, state, receivedOn, onBehalfOf };
  return { ...given, answer, withdrawnAt, disownedAt, concealment };
}

function answerOf(row: CommentRow): CommentAnswerResponse | null {
  const { outcome, reasons, answeredAt, revisedAt, answerProvisionId: provisionId } = row;
  return outcome && reasons && answeredAt ? { outcome, reasons, answeredAt, revisedAt, provisionId } : null;
}
