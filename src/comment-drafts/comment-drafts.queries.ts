import { Injectable } from '@nestjs/common';
import { Statements } from '../platform/database/index.js';
import { Clock, notFound, type Actor, type LocalDate, type LocalizedText } from '../platform/kernel/index.js';
import type { CommentDraftResponse } from './comment-drafts.responses.js';

const DRAFT = `k.consultation_id as "consultationId", k.text, k.language, k.provision_id as "provisionId",
  k.quote, k.show_name as "showName", k.on_behalf_of as "onBehalfOf", k.kept_at as "keptAt"`;

/**
 * SQL: whether a kept comment `k` in a consultation `d` is over on the day `today`: the discussion is, or its author has
 * posted since. Posting itself so pays nothing for drafts; what is over is not shown, and swept within a minute.
 */
export const isOverSql = (today: string): string => `(d.state <> 'published' or d.closes_on < ${today}
  or exists (select from comments c where c.account_id = k.account_id and c.consultation_id = k.consultation_id
    and c.accepted_at >= k.kept_at))`;

/** A kept comment in the list of a person's own. */
export interface KeptDraft {
  readonly consultationId: string;
  readonly title: LocalizedText;
  readonly keptAt: Date;
  readonly closesOn: LocalDate;
}

/** Most kept comments in a list; a person has one in each open discussion that he is writing in. */
const LISTED = 50;

/** Reads of what people keep for themselves. */
@Injectable()
export class CommentDraftsQueries {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /** What the caller keeps here; undefined where nothing is. */
  find(consultationId: string, by: Actor): Promise<CommentDraftResponse | undefined> {
    return this.statements.row<CommentDraftResponse & Record<string, unknown>>(
      'comment-draft',
      `select ${DRAFT} from comment_drafts k join consultations d on d.id = k.consultation_id
       where k.account_id = $1 and k.consultation_id = $2 and not ${isOverSql('$3::date')}`,
      [by.accountId, consultationId, this.clock.today()],
    );
  }

  /** Throws `not-found` where nothing is kept. */
  async one(consultationId: string, by: Actor): Promise<CommentDraftResponse> {
    const draft = await this.find(consultationId, by);
    if (!draft) throw notFound();
    return draft;
  }

  /** What a person keeps, the latest first. */
  mine(by: Actor): Promise<KeptDraft[]> {
    return this.statements.rows<KeptDraft & Record<string, unknown>>(
      'comment-drafts-mine',
      `select k.consultation_id as "consultationId", d.title, k.kept_at as "keptAt", d.closes_on as "closesOn"
       from comment_drafts k join consultations d on d.id = k.consultation_id
       where k.account_id = $1 and not ${isOverSql('$2::date')} order by k.kept_at desc, k.consultation_id limit ${LISTED}`,
      [by.accountId, this.clock.today()],
    );
  }

  /** All that is kept of a person, also what is over and not swept yet; for himself alone. */
  everythingOf(accountId: string): Promise<CommentDraftResponse[]> {
    return this.statements.rows<CommentDraftResponse & Record<string, unknown>>(
      'comment-drafts-of-person',
      `select ${DRAFT} from comment_drafts k where k.account_id = $1 order by k.kept_at, k.consultation_id`,
      [accountId],
    );
  }
}
