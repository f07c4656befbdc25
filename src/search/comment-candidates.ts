import { OPEN_WORDS } from '../comments/index.js';
import { ZONE } from '../platform/kernel/index.js';
import { WINDOWS } from './windows.js';

/** The column by which comments are ordered: their number in a consultation, their place among all. */
export type Order = 'number' | 'place';

/** Comments that fit and are tried for whether everyone may read them and whether the day is right, in each window. */
export const MOST_TRIED = 20_000;

/** Values of the statements: the question, the marks and the beginning of each window, then these. */
const [BEFORE, FROM, TO, COUNT, QUERY, RANK, NUMBER, LIMIT] = Array.from(
  { length: 8 },
  (_, at) => `$${2 * WINDOWS + 2 + at}`,
);

const IS_SHOWN = `select from comments c where c.id = t.comment_id and ${OPEN_WORDS}
  and (${FROM}::date is null or c.accepted_at >= ${FROM}::date::timestamp at time zone '${ZONE}')
  and (${TO}::date is null or c.accepted_at < (${TO}::date + 1)::timestamp at time zone '${ZONE}') offset 0`;

/**
 * The newest that fit, window by window: the next one is read only while too few were found. Each window is sorted as it
 * is read, and tried from its first on: sorting once more would try all of it. The marks are a condition of their own, so
 * that the index leaps from one list to the other instead of trying each text of the window.
 */
function candidatesSql(order: Order): string {
  const windows = Array.from({ length: WINDOWS }, (_, at) => {
    const from = `$${WINDOWS + 2 + at}::int`;
    const below = at === 0 ? `${BEFORE}::int` : `$${WINDOWS + 1 + at}::int`;
    const before =
      at === 0 ? `${COUNT}::int` : `(select n from left${at - 1}) - (select count(*)::int from w${at - 1})`;
    const left = `(select n from left${at})`;
    return `left${at} as materialized (select ${before} as n), t${at} as materialized (
        select s.ctid as tid, s.comment_id, s.${order} as at from comment_search s
        where s.words @@ $${2 + at}::tsquery and s.words @@ $1::tsquery
          and s.${order} >= ${from} and s.${order} < ${below} and ${from} < ${below} and ${left} > 0
        order by s.${order} desc limit ${MOST_TRIED}
      ), w${at} as materialized (
        select t.tid, t.comment_id, t.at from t${at} t cross join lateral (${IS_SHOWN}) c limit ${left})`;
  });
  const all = Array.from({ length: WINDOWS }, (_, at) => `select * from w${at}`).join(' union all ');
  return `${windows.join(', ')}, found as materialized (${all})`;
}

const NOT_ALL_TRIED = Array.from({ length: WINDOWS }, (_, at) => `(select count(*) from t${at}) = ${MOST_TRIED}`);

/** What is shown of a comment. Its words go out as they are: taking them apart here costs ten times as much. */
const SHOWN = `r.at, r.rank, c.id, c.consultation_id as "consultationId", d.title as "consultationTitle", c.number,
  c.language, c.state, c.accepted_at as "acceptedAt", c.text, s.words`;

/**
 * One row for each comment of the page, and one without any where there is none. Rows of the index are met by their
 * `ctid`, which is theirs as long as the statement runs.
 */
function pageSql(order: Order, page: string, sorted: string): string {
  return `with ${candidatesSql(order)}
    select n.found, n.untried, r.* from (
      select (select count(*)::int from found) as found, ${NOT_ALL_TRIED.join(' or ')} as untried) n
    left join lateral (
      select ${SHOWN} from (${page}) r join comment_search s on s.ctid = r.tid
        join comments c on c.id = r.comment_id join consultations d on d.id = c.consultation_id
    ) r on true order by ${sorted}`;
}

/** Those that fit best among the newest that fit. The last values: the question, rank and number before, limit. */
export const BEST: Readonly<Record<Order, string>> = { number: best('number'), place: best('place') };

function best(order: Order): string {
  // Ranked once each: a rank that is asked for by name would be reckoned again for the condition.
  const ranked = `select f.tid, f.comment_id, f.at, k.rank from found f join comment_search s on s.ctid = f.tid
    cross join lateral (select (ts_rank(s.words, ${QUERY}::tsquery, 1) * 1000000)::int as rank offset 0) k`;
  const page = `select * from (${ranked}) r where (r.rank, r.at) < (${RANK}::int, ${NUMBER}::int)
    order by r.rank desc, r.at desc limit ${LIMIT}::int`;
  return pageSql(order, page, 'r.rank desc, r.at desc');
}

/** The newest that fit. */
export const NEWEST: Readonly<Record<Order, string>> = {
  number: pageSql('number', 'select tid, comment_id, at, 0 as rank from found', 'r.at desc'),
  place: pageSql('place', 'select tid, comment_id, at, 0 as rank from found', 'r.at desc'),
};
