import { Injectable } from '@nestjs/common';
import type { NewComment } from '../comments/index.js';
import type { ConsultationState } from '../consultations/index.js';
import { Statements } from '../platform/database/index.js';
import { hashOf } from '../platform/identity/index.js';
import { Clock, type LocalDate, type LocalizedText } from '../platform/kernel/index.js';
import type { UnconfirmedCommentResponse } from './unconfirmed-comments.responses.js';

/** What decides whether a comment without an account is taken. */
export interface Asked {
  readonly state: ConsultationState;
  readonly title: LocalizedText;
  readonly publishedOn: LocalDate | null;
  readonly closesOn: LocalDate;
  readonly commentsByEmail: boolean;
  /** False where the provision that is meant is none of its draft's. */
  readonly hasProvision: boolean;
}

/** What waits for a link, for who has it. */
export interface Waiting {
  readonly consultationId: string;
  readonly email: string;
  readonly displayName: string | null;
  readonly said: NewComment;
  readonly expiresAt: Date;
}

/** Reads of unconfirmed comments, none of them public. */
@Injectable()
export class UnconfirmedCommentsQueries {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /** The consultation that a comment is sent to; undefined when there is none. */
  asked(consultationId: string, provisionId: string | null): Promise<Asked | undefined> {
    return this.statements.row<Asked & Record<string, unknown>>(
      'unconfirmed-comment-asked',
      `select c.state, c.title, c.published_on as "publishedOn", c.closes_on as "closesOn",
         c.comments_by_email as "commentsByEmail", $2::uuid is null or exists (
           select from provisions p where p.id = $2 and p.consultation_id = c.id) as "hasProvision"
       from consultations c where c.id = $1`,
      [consultationId, provisionId],
    );
  }

  /** What could be confirmed by a link now; undefined when nothing. It stays as it is. */
  look(token: string): Promise<Waiting | undefined> {
    return this.statements.row<Waiting & Record<string, unknown>>(
      'unconfirmed-comment',
      `select consultation_id as "consultationId", email, display_name as "displayName", said,
         expires_at as "expiresAt" from unconfirmed_comments where token_hash = $1 and expires_at > $2`,
      [hashOf(token), this.clock.now()],
    );
  }

  /** All that waits for the address of a person, for himself alone; a stranger may have written it. */
  everythingOf(accountId: string): Promise<UnconfirmedCommentResponse[]> {
    return this.statements.rows<UnconfirmedCommentResponse & Record<string, unknown>>(
      'unconfirmed-comments-of-person',
      `select u.consultation_id as "consultationId", u.said->>'text' as text, u.display_name as "displayName",
         u.sent_at as "sentAt", u.expires_at as "expiresAt"
       from unconfirmed_comments u join accounts a on a.email = u.email where a.id = $1 order by u.sent_at`,
      [accountId],
    );
  }
}
