import { Injectable } from '@nestjs/common';
import { Statements } from '../platform/database/index.js';
import {
  addDays,
  Clock,
  keysOf,
  pageOf,
  Problem,
  Rational,
  startOf,
  type LocalDate,
} from '../platform/kernel/index.js';
import type { ModerationQuery } from './moderation.requests.js';
import type { BodyModerationResponse, ModerationFiguresResponse, ModerationResponse } from './moderation.responses.js';

/** Comments of each body: by the counters, which are exact and cheap, or, in a period, by counting. $1 body $2 from $3 before */
const COUNTED = {
  always: `select d.body_id, sum(n.comments)::int as comments
    from comment_counters n join consultations d on d.id = n.consultation_id
    where ($1::uuid is null or d.body_id = $1) and $2::timestamptz is null and $3::timestamptz is null
    group by d.body_id`,
  period: `select d.body_id, count(*)::int as comments
    from consultations d join comments c on c.consultation_id = d.id
    where ($1::uuid is null or d.body_id = $1) and ($2::timestamptz is null or c.accepted_at >= $2)
      and ($3::timestamptz is null or c.accepted_at < $3)
    group by d.body_id`,
} as const;

const FIGURES = ['concealed', 'inForce', 'appealed', 'waiting', 'overdue', 'upheld', 'lifted', 'reversed'] as const;

/** The bodies' figures with the total of all in each row: one statement. $4 today, then the keys and the limit. */
function statisticsSql(counted: string): string {
  const sums = FIGURES.map((name) => `'${name}', coalesce(sum(b."${name}"), 0)`).join(', ');
  const own = FIGURES.map((name) => `'${name}', b."${name}"`).join(', ');
  return `with counted as (${counted}), last as (
    select distinct on (k.comment_id) k.* from concealments k join comments c on c.id = k.comment_id
    where ($1::uuid is null or k.body_id = $1) and ($2::timestamptz is null or c.accepted_at >= $2)
      and ($3::timestamptz is null or c.accepted_at < $3)
    order by k.comment_id, k.id desc
  ), grouped as (
    select body_id, ground, count(*) as concealed,
      count(*) filter (where state in ('standing', 'appealed') or outcome = 'upheld') as "inForce",
      count(*) filter (where appealed_on is not null) as appealed,
      count(*) filter (where state = 'appealed') as waiting,
      count(*) filter (where state = 'appealed' and decision_due_on < $4::date) as overdue,
      count(*) filter (where outcome = 'upheld') as upheld, count(*) filter (where outcome = 'lifted') as lifted,
      count(*) filter (where state = 'reversed') as reversed
    from last group by body_id, ground
  ), bodies as (
    select n.body_id, n.comments, ${FIGURES.map((name) => `coalesce(sum(g."${name}"), 0)::int as "${name}"`).join(', ')},
      coalesce(jsonb_object_agg(g.ground, g.concealed) filter (where g.ground is not null), '{}') as "byGround"
    from counted n left join grouped g on g.body_id = n.body_id group by n.body_id, n.comments
  ), total as (
    select jsonb_build_object('comments', coalesce(sum(b.comments), 0), ${sums}, 'byGround',
      (select coalesce(jsonb_object_agg(ground, n), '{}')
        from (select ground, sum(concealed) as n from grouped group by ground) g)) as figures from bodies b
  ), page as (
    select b.body_id as "bodyId", b.concealed, jsonb_build_object('comments', b.comments, ${own},
      'byGround', b."byGround") as figures
    from bodies b where $5::int is null or (-b.concealed, b.body_id) > (-$5, $6::uuid)
    order by -b.concealed, b.body_id limit $7
  )
  select total.figures as total, page."bodyId", page.concealed, page.figures from total left join page on true
  order by -page.concealed, page."bodyId"`;
}

type Figures = Omit<ModerationFiguresResponse, 'share'>;

interface Row extends Record<string, unknown> {
  readonly total: Figures;
  /** Null where no body received a comment. */
  readonly bodyId: string | null;
  readonly concealed: number | null;
  readonly figures: Figures | null;
}

interface BodyRow extends Row {
  readonly bodyId: string;
  readonly concealed: number;
  readonly figures: Figures;
}

/** Figures on what bodies concealed. */
@Injectable()
export class ModerationQueries {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /** Over all and body by body, of the comments accepted in the period; one statement. */
  async statistics(query: ModerationQuery): Promise<ModerationResponse> {
    const { limit, from = null, until = null } = query;
    const kind = from === null && until === null ? 'always' : 'period';
    const values = valuesOf(query, this.clock.today());
    const rows = await this.statements.rows<Row>(`moderation-${kind}`, statisticsSql(COUNTED[kind]), values);
    const { items, next } = pageOf(
      rows.filter(isOfBody),
      limit,
      (row) => [row.concealed, row.bodyId],
      ({ bodyId, figures }): BodyModerationResponse => Object.assign(withShare(figures), { bodyId }),
    );
    return { from, until, total: withShare(rows[0]?.total ?? NOTHING), items, next };
  }
}

/** The period is given in days of Kazakhstan, both included. Throws `malformed` for one that ends before it begins. */
function valuesOf({ limit, after, body, from, until }: ModerationQuery, today: LocalDate): unknown[] {
  const [concealed, id] = keysOf(after, ['count', 'id']) ?? [null, null];
  const since = from === undefined ? null : startOf(from);
  const before = until === undefined ? null : startOf(addDays(until, 1));
  if (since && before && before <= since) {
    throw new Problem('malformed', { errors: [{ pointer: '/until', code: 'to-before-from' }] });
  }
  return [body ?? null, since, before, today, concealed, id, limit + 1];
}

const NOTHING: Figures = {
  ...{ comments: 0, concealed: 0, byGround: {}, inForce: 0, appealed: 0, waiting: 0, overdue: 0 },
  ...{ upheld: 0, lifted: 0, reversed: 0 },
};

function isOfBody(row: Row): row is BodyRow {
  return row.bodyId !== null;
}

function withShare(figures: Figures): ModerationFiguresResponse {
  const { comments, concealed, byGround, inForce, appealed, waiting, overdue, upheld, lifted, reversed } = figures;
  const share = comments === 0 ? null : Rational.parse(`${concealed}/${comments}`).toFraction();
  return { comments, concealed, share, byGround, inForce, appealed, waiting, overdue, upheld, lifted, reversed };
}
