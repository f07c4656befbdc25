import { hash } from 'node:crypto';
import type { Repetition } from '../platform/http/index.js';
import type { Actor, Language, LocalDate } from '../platform/kernel/index.js';
import type { OnBehalfOf } from './comment.entity.js';
import type { QuoteContext } from './quote-place.js';

/** A comment that asks to be accepted: checked in form, not yet judged by the consultation's state. */
export interface Candidate {
  readonly id: string;
  readonly consultationId: string;
  readonly by: Actor;
  readonly accountId: string;
  readonly acceptedAt: Date;
  /** The date of `acceptedAt` in Kazakhstan, which the closing day is compared with. */
  readonly acceptedOn: LocalDate;
  readonly language: Language;
  readonly channel: string;
  readonly text: string;
  readonly textHash: string;
  readonly provisionId: string | null;
  readonly quote: string | null;
  readonly quoteContext: QuoteContext | null;
  readonly showName: boolean;
  readonly onBehalfOf: OnBehalfOf | null;
  readonly receipt: string;
  readonly repetition: Repetition | undefined;
  /** Equal for the same words of the same person about the same place, and for nothing else (`repeatHashOf`). */
  readonly repeatHash: string;
  /** SHA-256 of its files, for the journal; absent without any. */
  readonly fileHashes?: readonly string[];
}

/**
 * What the database decided: `accepted` and stored; `absent`, `not-open`, `closed` by the consultation; `provision` that
 * is not in it; `repeated` when the key stands for an earlier request; `sent-already` when the same person has said the
 * same about the same place, in the comment `earlierId`.
 */
export interface Judgement {
  readonly fate: 'accepted' | 'absent' | 'not-open' | 'closed' | 'provision' | 'repeated' | 'sent-already';
  readonly consultationState: string | null;
  readonly bodyId: string | null;
  readonly number: number | null;
  readonly participant: number | null;
  readonly versionNumber: number | null;
  readonly earlierId: string | null;
}

/** The request that a key stands for. */
export interface EarlierRequest {
  readonly bodyHash: Buffer;
  readonly commentId: string;
}

/** The receipt of a comment that was accepted before. */
export interface EarlierReceipt {
  readonly id: string;
  readonly number: string;
  readonly acceptedAt: Date;
  readonly textHash: string;
}

type Said = Pick<Candidate, 'accountId' | 'consultationId' | 'textHash' | 'provisionId' | 'quote' | 'quoteContext'>;

const HALF_OF_HEX = 32;

/**
 * The first half of SHA-256 over author, consultation, text and place; migration 140 makes the same of older comments.
 * The context counts where there is one; NUL stands in no text, so nothing else can say the same.
 */
export function repeatHashOf(said: Said): string {
  const { accountId, consultationId, textHash, provisionId, quote, quoteContext } = said;
  const around = quoteContext ? `\0${quoteContext.before ?? ''}\0${quoteContext.after ?? ''}` : '';
  const place = `${provisionId?.toLowerCase() ?? ''} ${quote ?? ''}${around}`;
  return hash('sha256', `${accountId} ${consultationId} ${textHash} ${place}`).slice(0, HALF_OF_HEX);
}
