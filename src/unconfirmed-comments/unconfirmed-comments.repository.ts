import { Injectable } from '@nestjs/common';
import { Rows, Statements } from '../platform/database/index.js';
import { UnconfirmedComment } from './unconfirmed-comment.entity.js';

/** Most rows that one statement removes. */
const AT_ONCE = 1_000;

/**
 * All that waits of the address is locked, so that what one person confirms at once comes one after the other: his
 * account is made once and his number as a participant given once.
 */
const LOCK = `
  select token_hash from unconfirmed_comments
  where email = (select email from unconfirmed_comments where token_hash = $1) order by token_hash for update`;

const TAKE = `
  with taken as (
    delete from unconfirmed_comments where token_hash = $1 and expires_at > $2
    returning token_hash, consultation_id, email, display_name, said, sent_at, expires_at)
  select token_hash as "tokenHash", consultation_id as "consultationId", email, display_name as "displayName", said,
    sent_at as "sentAt", expires_at as "expiresAt" from taken`;

const SWEEP = `
  with gone as (
    delete from unconfirmed_comments where token_hash in (
      select token_hash from unconfirmed_comments where expires_at <= $1 limit ${AT_ONCE} for update skip locked)
    returning 1)
  select * from gone`;

/** Unconfirmed comments for change. */
@Injectable()
export class UnconfirmedCommentsRepository {
  constructor(
    private readonly rows: Rows,
    private readonly statements: Statements,
  ) {}

  insert(waiting: UnconfirmedComment): Promise<void> {
    return this.rows.insert(UnconfirmedComment, waiting);
  }

  /** Takes out what waits for a link; undefined when nothing does, or too long. */
  async take(tokenHash: Buffer, now: Date): Promise<UnconfirmedComment | undefined> {
    await this.statements.rows('unconfirmed-comments-lock', LOCK, [tokenHash]);
    return this.statements.row<UnconfirmedComment & Record<string, unknown>>('unconfirmed-comment-take', TAKE, [
      tokenHash,
      now,
    ]);
  }

  async remove(tokenHash: Buffer): Promise<void> {
    await this.statements.rows('unconfirmed-comment-remove', 'delete from unconfirmed_comments where token_hash = $1', [
      tokenHash,
    ]);
  }

  /** Removes some of what waited too long; gives how many, fewer than asked for when nothing is left. */
  async sweep(now: Date): Promise<{ readonly gone: number; readonly isLeft: boolean }> {
    const gone = (await this.statements.rows('unconfirmed-comments-sweep', SWEEP, [now])).length;
    return { gone, isLeft: gone === AT_ONCE };
  }
}
