import { Injectable } from '@nestjs/common';
import { Statements } from '../platform/database/index.js';
import { Clock, keysOf, pageOf, type LocalDate, type LocalizedText, type Page } from '../platform/kernel/index.js';
import { twoPlaces } from './workings.policy.js';

/** Assessments that may be compared: of one period, by one edition of a methodology. */
export interface Round {
  readonly methodologyId: string;
  /** Number of the edition. */
  readonly methodologyVersion: number;
  readonly methodology: LocalizedText;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Bodies whose result is public now. */
  readonly bodies: number;
}

/** A public result. Score and coverage, a share from 0 to 1, are rounded half-even to two places. */
export interface Result {
  readonly id: string;
  readonly version: number;
  readonly bodyId: string;
  readonly councilId: string;
  readonly score: string | null;
  readonly coverage: string;
  readonly replied: boolean;
}

/** A result in its round: `place` by the unrounded score, equal for equal scores; null without a score. */
export interface Placed extends Result {
  readonly place: number | null;
}

/** A result with its round, as one body's years show it. */
export type PastResult = Result & Omit<Round, 'bodies'>;

/** One published version of an assessment. */
export interface EditionItem {
  readonly number: number;
  readonly publishedOn: LocalDate;
  readonly score: string | null;
  /** Why it corrects the version before; null for the first. */
  readonly correction: LocalizedText | null;
}

/** The version that is public at the instant $1, of the assessment `a`. */
const PUBLIC_NOW = `join lateral (select e.number, e.record, e.workings from assessment_editions e
  where e.assessment_id = a.id and e.published_at <= $1 order by e.number desc limit 1) e on true`;

const RESULT = `a.id, e.number as version, a.body_id as "bodyId", a.council_id as "councilId",
  e.workings->'total'->>'score' as score, e.workings->'total'->>'coverage' as coverage,
  e.record->'reply' <> 'null' as replied`;

const ROUND = `a.methodology_id as "methodologyId", m.edition as "methodologyVersion", m.name as methodology,
  a.from_on as "from", a.to_on as "to"`;

const MOST_ROUNDS = 60;
const MOST_YEARS = 100;

type Row<T> = T & Record<string, unknown>;

/** Public results side by side; those of different editions of a methodology are never in one list. */
@Injectable()
export class RankingsQueries {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /** The rounds with public results, latest period first, at most 60. */
  rounds(): Promise<Round[]> {
    return this.statements.rows<Row<Round>>(
      'assessment-rounds',
      `select ${ROUND}, count(*)::int as bodies
         from assessments a join methodologies m on m.id = a.methodology_id
         where exists (select from assessment_editions e where e.assessment_id = a.id and e.published_at <= $1)
         group by a.methodology_id, m.edition, m.name, m.published_at, a.from_on, a.to_on
         order by a.to_on desc, a.from_on desc, m.published_at desc, a.methodology_id limit ${MOST_ROUNDS}`,
      [this.clock.now()],
    );
  }

  /** The results of a round, best first; those without a score last. */
  async ranking(
    { methodologyId, from, to }: Pick<Round, 'methodologyId' | 'from' | 'to'>,
    { limit, after }: { readonly limit: number; readonly after?: string | undefined },
  ): Promise<Page<Placed>> {
    const [seen] = keysOf(after, ['count']) ?? [0];
    const rows = await this.statements.rows<Row<Placed & { readonly at: number }>>('assessment-ranking', RANKING, [
      this.clock.now(),
      methodologyId,
      from,
      to,
      seen,
      limit + 1,
    ]);
    return pageOf(
      rows,
      limit,
      ({ at }) => [at],
      ({ id, version, bodyId, councilId, score, coverage, replied, place }) => ({
        ...{ id, version, bodyId, councilId, replied, place },
        ...rounded({ score, coverage }),
      }),
    );
  }

  /** The public results of a body, earliest period first, at most 100. */
  async ofBody(bodyId: string): Promise<PastResult[]> {
    const rows = await this.statements.rows<Row<PastResult>>(
      'assessments-of-body',
      `select ${RESULT}, ${ROUND} from assessments a join methodologies m on m.id = a.methodology_id ${PUBLIC_NOW}
         where a.body_id = $2 order by a.to_on, a.from_on, a.id limit ${MOST_YEARS}`,
      [this.clock.now(), bodyId],
    );
    return rows.map((row) => ({ ...row, ...rounded(row) }));
  }

  /** The public versions of an assessment, latest first. */
  async editions(id: string): Promise<EditionItem[]> {
    const rows = await this.statements.rows<Row<EditionItem>>(
      'assessment-editions',
      `select e.number, e.published_on as "publishedOn", e.workings->'total'->>'score' as score,
         nullif(e.record->'correction', 'null') as correction
       from assessment_editions e where e.assessment_id = $2 and e.published_at <= $1 order by e.number desc`,
      [this.clock.now(), id],
    );
    return rows.map((row) => ({ ...row, score: twoPlaces(row.score) }));
  }
}

function rounded({ score, coverage }: Pick<Result, 'score' | 'coverage'>): Pick<Result, 'score' | 'coverage'> {
  return { score: twoPlaces(score), coverage: twoPlaces(coverage) ?? '0.00' };
}

const RANKING = `
  with results as (
    select ${RESULT} from assessments a ${PUBLIC_NOW} where a.methodology_id = $2 and a.from_on = $3 and a.to_on = $4
  ), placed as (
    select r.*, case when score is not null then rank() over best end::int as place,
      row_number() over (order by score::numeric desc nulls last, id)::int as at
    from results r window best as (order by score::numeric desc nulls last)
  )
  select * from placed where at > $5 order by at limit $6`;
