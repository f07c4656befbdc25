import { Injectable } from '@nestjs/common';
import { Statements } from '../platform/database/index.js';
import { keysOf, notFound, pageOf, type Actor, type Page } from '../platform/kernel/index.js';
import type { MethodologiesQuery } from './methodologies.requests.js';
import { methodologyResponse, type MethodologyRead, type MethodologyResponse } from './methodologies.responses.js';
import { mayReadDrafts } from './methodology.policy.js';

const METHODOLOGY = `m.id, m.version, m.state, m.edition, m.previous_id as "previousId", m.name, m.formula, m.dimensions,
  m.published_at as "publishedAt", m.retired_at as "retiredAt"`;

type Read = MethodologyRead & Record<string, unknown>;

/** Reads of methodologies. */
@Injectable()
export class MethodologiesQueries {
  constructor(private readonly statements: Statements) {}

  /** Newest first; drafts only for those who prepare them. */
  async list(query: MethodologiesQuery, by: Actor): Promise<Page<MethodologyResponse>> {
    const [before] = keysOf(query.after, ['id']) ?? [null];
    const rows = await this.statements.rows<Read>(
      'methodologies',
      `select ${METHODOLOGY} from methodologies m
        where ($1::uuid is null or m.id < $1) and ($2::text is null or m.state = $2) and ($3 or m.state <> 'draft')
          and ($4::timestamptz is null or m.id::text in (select j.subject_id from journal j
            where j.subject_kind = 'methodology' and j.public and j.seq >=
              coalesce((select min(s.seq) from journal s where s.at >= $4), 9223372036854775807)))
        order by m.id desc limit $5`,
      [before, query.state ?? null, mayReadDrafts(by), query.modifiedSince ?? null, query.limit + 1],
    );
    return pageOf(
      rows,
      query.limit,
      (row) => [row.id],
      (row) => methodologyResponse(row, by),
    );
  }

  /** Throws `not-found`, also for a draft the caller may not know of. */
  async one(id: string, by: Actor): Promise<MethodologyResponse> {
    const row = await this.find(id);
    if (!row || (row.state === 'draft' && !mayReadDrafts(by))) throw notFound();
    return methodologyResponse(row, by);
  }

  /** The stored methodology, in any state; undefined when there is none. */
  find(id: string): Promise<MethodologyRead | undefined> {
    const sql = `select ${METHODOLOGY} from methodologies m where m.id = $1`;
    return this.statements.row<Read>('methodology', sql, [id]);
  }
}
