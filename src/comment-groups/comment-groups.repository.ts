import { Injectable } from '@nestjs/common';
import { commentAnswered, type Answer } from '../comments/index.js';
import { Consultation } from '../consultations/index.js';
import { Rows, Statements, UnitOfWork } from '../platform/database/index.js';
import { recordingSql, restOfEntry, type Act } from '../platform/journal/index.js';
import type { Actor } from '../platform/kernel/index.js';
import { CommentGroup } from './comment-group.entity.js';
import { GroupDecision } from './group-decision.entity.js';

/** A whole group is changed by one statement, which may take longer than the bound of those that requests wait for. */
const LONGEST = '120s';

/** Stands for the comment in the entry that all comments of a group get. */
const ANY_COMMENT = '00000000-0000-0000-0000-000000000000';

const ANSWER = `
  with answered as (
    update comments set state = 'answered', outcome = $2, reasons = $3::jsonb, answered_by = $4, answered_at = $5,
      answer_provision_id = $6, version = version + 1
    where group_id = $1 and state = 'accepted' returning id, number)
  select coalesce(array_agg(id order by number), '{}') as ids from answered`;

/** $1 ids $2 instant $3 the entry of each $4 kind and $5 id of who acts */
const RECORD = `
  with acts as (
    select replace($3, '${ANY_COMMENT}', id::text) as rest, $4::text as actor_kind, $5::uuid as actor_id,
      'comment.answered' as what, 'comment' as subject_kind, id::text as subject_id, true as public, ord
    from unnest($1::uuid[]) with ordinality as c (id, ord)
  ), ${recordingSql('acts', '$2')} select`;

/** Groups for change. Whoever changes one holds the consultation's cursor, so that no computation moves it meanwhile. */
@Injectable()
export class CommentGroupsRepository {
  constructor(
    private readonly rows: Rows,
    private readonly statements: Statements,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Keeps the groups of a consultation as they are but for this act. */
  async hold(consultationId: string): Promise<void> {
    await this.statements.rows('comment-groups-bound', `set local statement_timeout = '${LONGEST}'`);
    await this.statements.rows(
      'comment-groups-hold',
      'select 1 from comment_group_cursors where consultation_id = $1 for update',
      [consultationId],
    );
  }

  /**
   * A group of a consultation that is held. Its row is not locked: the trigger on comments locks it after them, and so
   * must whoever changes both.
   */
  find(id: string): Promise<CommentGroup | null> {
    return this.unitOfWork.manager.findOneBy(CommentGroup, { id });
  }

  insert(group: CommentGroup): Promise<void> {
    return this.rows.insert(CommentGroup, group);
  }

  insertDecision(decision: GroupDecision): Promise<void> {
    return this.rows.insert(GroupDecision, decision);
  }

  /** The consultation, kept in its state while this act lasts. */
  consultation(id: string): Promise<Consultation> {
    return this.rows.share(Consultation, id);
  }

  /** Answers every unanswered comment of the group. Gives their ids, in the order of their numbers. */
  async answer(groupId: string, answer: Answer, by: string | null, at: Date): Promise<string[]> {
    const { outcome, reasons, provisionId = null } = answer;
    const values = [groupId, outcome, JSON.stringify(reasons), by, at, provisionId];
    const row = await this.statements.row<{ ids: string[] }>('comment-group-answer', ANSWER, values);
    return row?.ids ?? [];
  }

  /** Writes the entry of each answered comment; to be called last, as the journal's lock is held from here on. */
  async recordAnswers(ids: readonly string[], template: Act, at: Date): Promise<void> {
    const { by } = template;
    const values = [ids, at, restOfEntry(template), by.kind, by.accountId];
    await this.statements.rows('comment-group-answers-record', RECORD, values);
  }

  /** Those of the comments that are in the group. */
  async among(groupId: string, commentIds: readonly string[]): Promise<Set<string>> {
    const rows = await this.statements.rows<{ id: string }>(
      'comment-group-among',
      'select id from comments where group_id = $1 and id = any($2::uuid[])',
      [groupId, commentIds],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Comments move to another group; a text of which no copy stays behind leads there from now on. */
  async split(fromId: string, toId: string, commentIds: readonly string[]): Promise<void> {
    await this.statements.rows(
      'comment-group-split',
      'update comments set group_id = $2 where group_id = $1 and id = any($3::uuid[])',
      [fromId, toId, commentIds],
    );
    await this.statements.rows(
      'comment-group-split-texts',
      `update comment_texts t set group_id = $2 from comment_group_texts g
       where t.group_id = $1 and g.group_id = $1 and g.text_hash = t.text_hash and g.comments = 0`,
      [fromId, toId],
    );
  }

  /** All comments and texts of a group go into another. */
  async merge(fromId: string, toId: string): Promise<void> {
    const values = [fromId, toId];
    await this.statements.rows('comment-group-merge', 'update comments set group_id = $2 where group_id = $1', values);
    await this.statements.rows(
      'comment-group-merge-texts',
      'update comment_texts set group_id = $2 where group_id = $1',
      values,
    );
    await this.statements.rows(
      'comment-group-merge-groups',
      'update comment_groups set merged_into = $2 where id = $1 or merged_into = $1',
      values,
    );
  }

  /** From now on no computation unites these groups with others. */
  async settle(ids: readonly string[], at: Date): Promise<void> {
    await this.statements.rows(
      'comment-groups-settle',
      'update comment_groups set settled_at = $2, version = version + 1 where id = any($1::uuid[])',
      [ids, at],
    );
  }
}

/** The entry that each of the group's comments gets, to be filled in with its id. */
export function answerTemplate(consultationId: string, groupId: string, answer: Answer, by: Actor): Act {
  const { outcome, provisionId: answerProvisionId = null } = answer;
  const act = commentAnswered({ id: ANY_COMMENT, consultationId, outcome, answerProvisionId }, by);
  return { ...act, data: { ...act.data, groupId } };
}
