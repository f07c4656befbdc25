import { Injectable } from '@nestjs/common';
import { answerRevised, type Answer } from '../comments/index.js';
import { newId, Statements } from '../platform/database/index.js';
import { recordingSql, restOfEntry } from '../platform/journal/index.js';
import type { Actor, LocalizedText } from '../platform/kernel/index.js';
import type { CommentGroup } from './comment-group.entity.js';

/** Stand for the comment and for the number of its answer in the entry that all comments of a group get. */
const ANY_COMMENT = '00000000-0000-0000-0000-000000000000';
const ANY_NUMBER = 999_999_999;

/** An answer of the group that was changed; `number` counts the answers of its comment. */
export interface Revised {
  readonly id: string;
  readonly number: number;
}

/**
 * Answers of the group that are not this one, locked in the order of their comments' numbers.
 * $1 group $2 outcome $3 reasons $4 provision
 */
const OTHERS = `
  select c.id, c.number, coalesce((select max(e.number) from earlier_answers e where e.comment_id = c.id), 0) + 2 as next
  from comments c
  where c.group_id = $1 and c.state = 'answered'
    and (c.outcome, c.reasons, c.answer_provision_id) is distinct from ($2, $3::jsonb, $4::uuid)
  order by c.number for update`;

/** $1 comments $2 ids of the earlier answers $3 numbers of the new ones $4 why $5 who $6 when */
const KEEP = `
  insert into earlier_answers (id, comment_id, number, outcome, reasons, answered_at, answered_by, replaced_at,
    replaced_by, why, provision_id)
  select i.id, c.id, i.next - 1, c.outcome, c.reasons, coalesce(c.revised_at, c.answered_at), c.answered_by, $6, $5,
    $4::jsonb, c.answer_provision_id
  from unnest($1::uuid[], $2::uuid[], $3::int[]) as i (comment_id, id, next) join comments c on c.id = i.comment_id`;

/** $1 comments $2 outcome $3 reasons $4 who $5 when $6 provision */
const REPLACE = `
  update comments set outcome = $2, reasons = $3::jsonb, answered_by = $4, revised_at = $5,
    answer_provision_id = $6, version = version + 1
  where id = any($1::uuid[])`;

/** $1 ids $2 numbers $3 instant $4 the entry of each $5 kind and $6 id of who acts */
const RECORD = `
  with acts as (
    select replace(replace($4, '${ANY_COMMENT}', id::text), '${ANY_NUMBER}', number::text) as rest,
      $5::text as actor_kind, $6::uuid as actor_id, 'comment.answer-revised' as what, 'comment' as subject_kind,
      id::text as subject_id, true as public, ord
    from unnest($1::uuid[], $2::int[]) with ordinality as c (id, number, ord)
  ), ${recordingSql('acts', '$3')} select`;

/** Answers of a group for change, all at once; the group is held before. */
@Injectable()
export class GroupRevisionsRepository {
  constructor(private readonly statements: Statements) {}

  /** Puts the answer in the place of every other one that stands in the group, and keeps those. */
  async revise(
    groupId: string,
    { outcome, reasons, provisionId = null }: Answer,
    { why, by, at }: { readonly why: LocalizedText; readonly by: string | null; readonly at: Date },
  ): Promise<Revised[]> {
    const said = JSON.stringify(reasons);
    const rows = await this.statements.rows<{ id: string; next: number }>('group-revision-others', OTHERS, [
      groupId,
      outcome,
      said,
      provisionId,
    ]);
    if (rows.length === 0) return [];
    const ids = rows.map(({ id }) => id);
    const kept = [ids, ids.map(() => newId()), rows.map(({ next }) => next), JSON.stringify(why), by, at];
    await this.statements.rows('group-revision-keep', KEEP, kept);
    await this.statements.rows('group-revision-replace', REPLACE, [ids, outcome, said, by, at, provisionId]);
    return rows.map(({ id, next }) => ({ id, number: next }));
  }

  /** True where an answer stands in the group. */
  async isAnswered(groupId: string): Promise<boolean> {
    const row = await this.statements.row<{ is: boolean }>(
      'group-revision-answered',
      `select exists (select from comments where group_id = $1 and state = 'answered') as is`,
      [groupId],
    );
    return row?.is ?? false;
  }

  /** Writes the entry of each changed answer; to be called last, as the journal's lock is held from here on. */
  async record(
    { id: groupId, consultationId }: CommentGroup,
    revised: readonly Revised[],
    { outcome, provisionId: answerProvisionId = null }: Answer,
    { by, at }: { readonly by: Actor; readonly at: Date },
  ): Promise<void> {
    const act = answerRevised({ id: ANY_COMMENT, consultationId, outcome, answerProvisionId }, ANY_NUMBER, by);
    const rest = restOfEntry({ ...act, data: { ...act.data, groupId } });
    const values = [revised.map(({ id }) => id), revised.map(({ number }) => number), at, rest, by.kind, by.accountId];
    await this.statements.rows('group-revision-record', RECORD, values);
  }
}
