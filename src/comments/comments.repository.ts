import { Injectable } from '@nestjs/common';
import { Consultation } from '../consultations/index.js';
import { Rows, Statements } from '../platform/database/index.js';
import { Comment } from './comment.entity.js';
import { EarlierAnswer } from './earlier-answer.entity.js';

/** Comments for change. What is posted comes in by the intake; what comes by letter or is taken over, here. */
@Injectable()
export class CommentsRepository {
  constructor(
    private readonly rows: Rows,
    private readonly statements: Statements,
  ) {}

  insert(comment: Comment): Promise<void> {
    return this.rows.insert(Comment, comment);
  }

  /** Raises the counts of a consultation that is locked or shared; gives those before. Its row is locked until the act ends. */
  async count(consultationId: string, comments: number, people: number): Promise<{ comments: number; people: number }> {
    const row = await this.statements.row<{ comments: number; people: number }>(
      'comments-count',
      `with counted as (
         insert into comment_counters as k (consultation_id, comments, participants) values ($1, $2, $3)
         on conflict (consultation_id) do update
           set comments = k.comments + excluded.comments, participants = k.participants + excluded.participants
         returning comments, participants)
       select comments - $2::int as comments, participants - $3::int as people from counted`,
      [consultationId, comments, people],
    );
    return row ?? { comments: 0, people: 0 };
  }

  lock(id: string, expected?: number): Promise<Comment> {
    return this.rows.lock(Comment, id, expected);
  }

  update(comment: Comment): Promise<void> {
    return this.rows.update(Comment, comment);
  }

  /** Keeps the answer that stands, before another takes its place. */
  insertEarlier(answer: EarlierAnswer): Promise<void> {
    return this.rows.insert(EarlierAnswer, answer);
  }

  /** The number of the answer that stands, of a comment that is locked. */
  async answerNumber({ id }: Comment): Promise<number> {
    const row = await this.statements.row<{ number: number }>(
      'comment-answer-number',
      'select coalesce(max(number), 0) + 1 as number from earlier_answers where comment_id = $1',
      [id],
    );
    return row?.number ?? 1;
  }

  /** What a person said under his name is from now on said by a numbered participant. */
  async hideName(accountId: string): Promise<void> {
    await this.statements.rows(
      'comments-hide-name',
      'update comments set show_name = false, version = version + 1 where account_id = $1 and show_name',
      [accountId],
    );
  }

  /** The comment's consultation, kept in its state while this act lasts. */
  consultationOf({ consultationId }: Comment): Promise<Consultation> {
    return this.rows.share(Consultation, consultationId);
  }
}
