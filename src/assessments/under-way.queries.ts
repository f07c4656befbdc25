import { Injectable } from '@nestjs/common';
import { Statements } from '../platform/database/index.js';
import { Clock, type Actor } from '../platform/kernel/index.js';
import type { Assessment } from './assessment.entity.js';
import { knownTo } from './assessments.queries.js';
import { outstandingIn, type Outstanding, type Progress } from './outstanding.policy.js';

/** An assessment whose result is not public yet, with what its next move waits for. */
export interface UnderWay extends Pick<
  Assessment,
  'id' | 'state' | 'edition' | 'bodyId' | 'councilId' | 'from' | 'to' | 'dueOn' | 'publishedAt'
> {
  readonly replied: boolean;
  /** Member ids of the assessors. */
  readonly assessors: readonly string[];
  readonly indicators: number;
  /** Indicators with an entry. */
  readonly entered: number;
  readonly disputed: number;
  readonly outstanding: Outstanding;
}

type Row = Omit<UnderWay, 'assessors' | 'indicators' | 'entered' | 'outstanding'> &
  Progress & { readonly disputed: number } & Record<string, unknown>;

/** More than anybody has under way. */
const MOST = 300;

const list = (fields: string, from: string): string =>
  `coalesce((select json_agg(json_build_object(${fields})) from ${from}), '[]')`;

const UNDER_WAY = `
  select a.id, a.state, a.edition, a.body_id as "bodyId", a.council_id as "councilId", a.from_on as "from",
    a.to_on as "to", a.due_on as "dueOn", a.published_at as "publishedAt", a.reply is not null as replied,
    (select count(*)::int from assessment_values v where v.assessment_id = a.id and v.dispute is not null) as disputed,
    ${list(`'code', i->'code', 'source', i->'source'`, `jsonb_array_elements(m.dimensions) d, jsonb_array_elements(d->'indicators') i`)} as indicators,
    ${list(`'indicator', v.indicator, 'status', v.status`, 'assessment_values v where v.assessment_id = a.id')} as entries,
    ${list(`'memberId', s.member_id`, 'assessment_assessors s where s.assessment_id = a.id')} as assessors,
    ${list(`'indicator', j.indicator, 'memberId', j.member_id`, 'assessment_judgements j where j.assessment_id = a.id')}
      as judgements
  from assessments a join methodologies m on m.id = a.methodology_id
  where (a.state <> 'published' or a.published_at > $4)
    and ($1 or a.body_id = any($2::uuid[]) or exists (select from assessment_assessors s
      where s.assessment_id = a.id and s.member_id = any($3::uuid[])))
  order by a.due_on nulls last, a.id limit ${MOST}`;

/** What is being assessed now. */
@Injectable()
export class UnderWayQueries {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /** What the caller may know of, by the last day of the right of reply; those without one last. One statement. */
  async list(by: Actor): Promise<UnderWay[]> {
    const rows = await this.statements.rows<Row>('assessments-under-way', UNDER_WAY, [
      ...knownTo(by),
      this.clock.now(),
    ]);
    const today = this.clock.today();
    return rows.map(({ indicators, entries, assessors, judgements, ...shown }) => ({
      ...shown,
      assessors: assessors.map(({ memberId }) => memberId),
      indicators: indicators.length,
      entered: entries.length,
      outstanding: outstandingIn({ ...shown, indicators, entries, assessors, judgements }, today),
    }));
  }
}
