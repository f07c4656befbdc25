import { OPEN_WORDS } from '../comments/index.js';
import { ZONE } from '../platform/kernel/index.js';

/** The column by which comments are ordered: their number in a consultation, their place among all. */
export type Order = 'number' | 'place';

/** Comments that fit and are tried for whether everyone may read them and whether the day is right, in each window. */
export const MOST_TRIED = 20_000;
const WINDOWS = 4;

/** Values of the statements: one question and one beginning for each window, then these. */
const [BEFORE, WANTED, FROM, TO, COUNT, QUERY] = ['$9', '$10', '$11', '$12', '$13', '$14'];

const IS_SHOWN = `select from comments c where c.id = t.comment_id and ${OPEN_WORDS}
  and (${FROM}::date is null or c.accepted_at >= ${FROM}::date::timestamp at time zone '${ZONE}')
  and (${TO}::date is null or c.accepted_at < (${TO}::date + 1)::timestamp at time zone '${ZONE}') offset 0`;

/**
 * The newest that fit, window by window: the next one is read only while too few were found. Each window is sorted as it
 * is read, and tried from its first on: sorting once more would try all of it.
 */
function candidatesSql(order: Order): string {
  const windows = Array.from({ length: WINDOWS }, (_, at) => {
    const found = Array.from({ length: at }, (_value, earlier) => `(select count(*) from w${earlier})`);
    const left = [`${COUNT}::int`, ...found].join(' - ');
    const below = at === 0 ? BEFORE : `$${4 + at}`;
    return `t${at} as materialized (
        select s.comment_id, s.${order} as at from comment_search s
        where s.words @@ $${1 + at}::tsquery and s.${order} >= $${5 + at}::int and s.${order} < ${below}::int
          and ${left} > 0
        order by s.${order} desc limit ${MOST_TRIED}
      ), w${at} as materialized (
        select t.comment_id, t.at from t${at} t cross join lateral (${IS_SHOWN}) c limit ${left})`;
  });
  const all = Array.from({ length: WINDOWS }, (_, at) => `select * from w${at}`).join(' union all ');
  return `${windows.join(', ')}, found as materialized (${all})`;
}

const NOT_ALL_TRIED = Array.from({ length: WINDOWS }, (_, at) => `(select count(*) from t${at}) = ${MOST_TRIED}`);

/** What is shown of a comment; places of the wanted words in its text. */
const SHOWN = `r.at, r.rank, c.id, c.consultation_id as "consultationId", d.title as "consultationTitle", c.number,
  c.language, c.state, c.accepted_at as "acceptedAt", c.text,
  array(select distinct p from unnest(s.words) u (lexeme, places, weights), unnest(u.places) p
    where u.lexeme = any(${WANTED}::text[]) order by p) as places`;

/** One row for each comment of the page, and one without any where there is none. */
function pageSql(order: Order, page: string, sorted: string): string {
  return `with ${candidatesSql(order)}
    select n.found, n.untried, r.* from (
      select (select count(*)::int from found) as found, ${NOT_ALL_TRIED.join(' or ')} as untried) n
    left join lateral (
      select ${SHOWN} from (${page}) r join comment_search s on s.comment_id = r.comment_id
        join comments c on c.id = r.comment_id join consultations d on d.id = c.consultation_id
    ) r on true order by ${sorted}`;
}

/** Those that fit best among the newest that fit. $14 the question, $15 rank and $16 number before, $17 limit. */
export const BEST: Readonly<Record<Order, string>> = { number: best('number'), place: best('place') };

function best(order: Order): string {
  const ranked = `select f.comment_id, f.at, (ts_rank(s.words, ${QUERY}::tsquery, 1) * 1000000)::int as rank
    from found f join comment_search s on s.comment_id = f.comment_id`;
  const page = `select * from (${ranked}) r where (r.rank, r.at) < ($15::int, $16::int)
    order by r.rank desc, r.at desc limit $17::int`;
  return pageSql(order, page, 'r.rank desc, r.at desc');
}

/** The newest that fit. */
export const NEWEST: Readonly<Record<Order, string>> = {
  number: pageSql('number', 'select comment_id, at, 0 as rank from found', 'r.at desc'),
  place: pageSql('place', 'select comment_id, at, 0 as rank from found', 'r.at desc'),
};
