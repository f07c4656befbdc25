import { Injectable } from '@nestjs/common';
import { OPEN_WORDS } from '../comments/index.js';
import { ConsultationsQueries, maySee } from '../consultations/index.js';
import { Statements } from '../platform/database/index.js';
import { ANONYMOUS, keysOf, notFound, pageOf, permit, type Actor } from '../platform/kernel/index.js';
import type { CommentGroupsQuery } from './comment-groups.requests.js';
import {
  groupDetailResponse,
  groupResponse,
  methodResponse,
  type CommentGroupDetailResponse,
  type CommentGroupPageResponse,
  type GroupDetailRow,
  type GroupRow,
} from './comment-groups.responses.js';

/** Characters of a sample, and decisions that are listed. */
const SAMPLE_CHARACTERS = 500;
const DECISIONS_SHOWN = 100;

/** Counters are stored and the sample is one row of an index: a group costs the same, however many comments it has. */
const GROUP = `
  g.id, g.version, g.consultation_id as "consultationId", g.comments, g.texts, g.withdrawn, g.unanswered,
  g.settled_at as "settledAt", g.merged_into as "mergedInto",
  (select json_build_object('commentId', c.id, 'number', c.number, 'language', c.language,
      'text', left(c.text, ${SAMPLE_CHARACTERS}), 'cut', length(c.text) > ${SAMPLE_CHARACTERS})
    from comments c where c.group_id = g.id and ${OPEN_WORDS}
      order by c.number limit 1) as sample`;

/** What no group can have: the keys behind which the first page begins. */
const FROM_THE_LARGEST = [2_147_483_647, 'ffffffff-ffff-ffff-ffff-ffffffffffff'] as const;

const PROGRESS = `
  select coalesce(k.comments, 0) as comments, coalesce(g.grouped, 0) as grouped
  from consultations d left join comment_counters k on k.consultation_id = d.id
    left join comment_group_cursors g on g.consultation_id = d.id
  where d.id = $1`;

type Row<T> = T & Record<string, unknown>;

/** Reads of groups. */
@Injectable()
export class CommentGroupsQueries {
  constructor(
    private readonly statements: Statements,
    private readonly consultations: ConsultationsQueries,
  ) {}

  /** A consultation's groups, the largest first, or those with most unanswered comments. Throws `not-found`. */
  async list(consultationId: string, query: CommentGroupsQuery): Promise<CommentGroupPageResponse> {
    const { limit, after, atLeast = 0, unanswered = false } = query;
    const consultation = await this.consultations.find(consultationId);
    if (!consultation) throw notFound();
    permit(maySee(ANONYMOUS, consultation));
    const key = unanswered ? 'unanswered' : 'comments';
    const [count, id] = keysOf(after, ['count', 'id']) ?? FROM_THE_LARGEST;
    const rows = await this.statements.rows<Row<GroupRow>>(
      `comment-groups-${key}`,
      `select ${GROUP} from comment_groups g
       where g.consultation_id = $1 and g.merged_into is null and g.comments >= $2
         ${unanswered ? 'and g.unanswered > 0' : ''}
         and (g.${key}, g.id) < ($3::int, $4::uuid)
       order by g.${key} desc, g.id desc limit $5`,
      [consultationId, atLeast, count, id, limit + 1],
    );
    const page = pageOf(rows, limit, (row) => [row[key], row.id], groupResponse);
    const { comments, grouped } = await this.progress(consultationId);
    return { ...page, method: methodResponse(), grouped, waiting: Math.max(0, comments - grouped) };
  }

  /** How many comments there are, and how many of them have a group. */
  async progress(consultationId: string): Promise<{ readonly comments: number; readonly grouped: number }> {
    const row = await this.statements.row<{ comments: number; grouped: number }>('comment-groups-progress', PROGRESS, [
      consultationId,
    ]);
    return row ?? { comments: 0, grouped: 0 };
  }

  /** A group of this consultation. Throws `not-found`. */
  async one(consultationId: string, id: string, by: Actor): Promise<CommentGroupDetailResponse> {
    const group = await this.made(id, by);
    if (group.consultationId !== consultationId.toLowerCase()) throw notFound();
    return group;
  }

  /** A group by its id alone. Throws `not-found`. */
  async made(id: string, by: Actor): Promise<CommentGroupDetailResponse> {
    const row = await this.statements.row<Row<GroupDetailRow>>(
      'comment-group',
      `select ${GROUP}, d.body_id as "bodyId", d.state as "consultationState",
         (select coalesce(json_agg(json_build_object('kind', x.kind, 'fromId', x.from_id, 'toId', x.to_id,
             'comments', x.comments, 'reason', x.reason,
             'decidedAt', to_char(x.decided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by x.id desc), '[]')
           from (select * from comment_group_decisions x where x.from_id = g.id or x.to_id = g.id
             order by x.id desc limit ${DECISIONS_SHOWN}) x) as decisions
       from comment_groups g join consultations d on d.id = g.consultation_id where g.id = $1`,
      [id],
    );
    if (!row) throw notFound();
    return groupDetailResponse(row, by);
  }
}
