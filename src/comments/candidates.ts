import { hash } from 'node:crypto';
import { newId } from '../platform/database/index.js';
import type { Arrival } from '../platform/http/index.js';
import {
  addDays,
  localDateOf,
  Problem,
  startOf,
  type Actor,
  type Language,
  type LocalDate,
} from '../platform/kernel/index.js';
import { repeatHashOf, type Candidate, type Judgement } from './admission.js';
import { onBehalfOfIn } from './comment.entity.js';
import type { CommentRow } from './comment-row.js';
import type { QuoteContext } from './quote-place.js';
import { newReceiptNumber } from './receipt-number.js';

/** What a citizen says. */
export interface NewComment {
  readonly text: string;
  readonly language: Language;
  readonly provisionId?: string | undefined;
  readonly quote?: string | undefined;
  /** The words around the quote, where it stands at several places of the provision. */
  readonly quoteBefore?: string | undefined;
  readonly quoteAfter?: string | undefined;
  readonly showName?: boolean | undefined;
  readonly onBehalfOf?: { readonly name: string; readonly bin?: string } | undefined;
  readonly files?: readonly string[] | undefined;
}

let day = { date: '', from: 0, until: 0 };

/** `localDateOf`, asked once a day instead of once a comment. */
function dateOf(at: Date): LocalDate {
  const ms = at.getTime();
  if (ms < day.from || ms >= day.until) {
    const date = localDateOf(at);
    day = { date, from: startOf(date).getTime(), until: startOf(addDays(date, 1)).getTime() };
  }
  return day.date;
}

/** What asks to be accepted, from what was sent. Throws `sign-in-required`. */
export function candidateOf(
  consultationId: string,
  wanted: NewComment,
  by: Actor,
  { at, repetition }: Arrival,
): Candidate {
  if (by.accountId === null) throw new Problem('sign-in-required');
  const { text, language, provisionId = null, quote = null, showName = false } = wanted;
  const quoteContext = contextIn(wanted);
  const textHash = hash('sha256', text);
  const said = { consultationId, accountId: by.accountId, textHash, provisionId, quote, quoteContext };
  return {
    id: newId(),
    consultationId,
    by,
    accountId: said.accountId,
    acceptedAt: at,
    acceptedOn: dateOf(at),
    language,
    channel: 'public',
    text,
    textHash,
    provisionId,
    quote,
    quoteContext,
    showName,
    onBehalfOf: onBehalfOfIn(wanted.onBehalfOf),
    receipt: newReceiptNumber(),
    repetition,
    repeatHash: repeatHashOf(said),
  };
}

/** The context of a quote as it is kept: null where nothing was said of it. */
export function contextIn({ quoteBefore: before, quoteAfter: after }: Partial<NewComment>): QuoteContext | null {
  return before === undefined && after === undefined ? null : { before: before ?? null, after: after ?? null };
}

// Field by field: copying by rest and spread is what the profile of a burst shows first.
/** The row that is stored of it, as it would be read. */
export function rowOf(one: Candidate, judgement: Judgement, files: number): CommentRow {
  return {
    id: one.id,
    version: 1,
    consultationId: one.consultationId,
    consultationState: judgement.consultationState ?? '',
    bodyId: judgement.bodyId ?? '',
    number: judgement.number ?? 0,
    state: 'accepted',
    channel: one.channel,
    language: one.language,
    text: one.text,
    textHash: one.textHash,
    provisionId: one.provisionId,
    versionNumber: judgement.versionNumber,
    place: one.provisionId === null ? null : 'same',
    quote: one.quote,
    quoteContext: one.quoteContext,
    accountId: one.accountId,
    showName: one.showName,
    authorName: one.by.displayName,
    participant: judgement.participant ?? 0,
    onBehalfOf: one.onBehalfOf,
    acceptedAt: one.acceptedAt,
    receivedOn: null,
    disownedAt: null,
    receipt: one.receipt,
    answeredAt: null,
    revisedAt: null,
    outcome: null,
    reasons: null,
    answerProvisionId: null,
    withdrawnAt: null,
    concealment: null,
    groupId: null,
    files,
  };
}
