import { bare, bytesSql, escaped, instant, jsonObject, jsonSql, nullable, quoted } from '../platform/database/index.js';
import type { CursorKey } from '../platform/kernel/index.js';
import { linkedNumberSql } from './answer-provisions.queries.js';
import { OPEN_FILES } from './comment-files.queries.js';
import type { CommentsQuery } from './comments.requests.js';
import { contextPart, OPEN_WORDS } from './open-words.js';
import { placeSql } from './places.js';

/**
 * A comment as everyone sees it, made JSON where it lies: the same as `commentResponse` for somebody unknown. `a` is the
 * author who wants to be named.
 */
const PARTS = {
  id: quoted('c.id'),
  consultationId: quoted('c.consultation_id'),
  number: bare('c.number'),
  state: quoted('c.state'),
  channel: quoted('c.channel'),
  language: quoted('c.language'),
  text: nullable(escaped(`case when ${OPEN_WORDS} then c.text end`)),
  provisionId: nullable(quoted('c.provision_id')),
  versionNumber: nullable(bare('c.version_number')),
  place: nullable(quoted(placeSql('(select current_version from consultations where id = $1)'))),
  author: nullable(
    jsonObject({ name: escaped(`coalesce(a.display_name, case when ${OPEN_WORDS} then c.author_name end)`) }),
  ),
  participant: nullable(bare('case when not c.show_name then c.participant end')),
  acceptedAt: instant('c.accepted_at'),
  groupId: nullable(quoted('c.group_id')),
  fileCount: bare(`case when ${OPEN_WORDS} then c.files else 0 end`),
};

/** What a comment that was posted here and waits for its answer lacks. */
const SELDOM = {
  unless: `c.state = 'accepted' and c.concealment is null and c.disowned_at is null and c.received_on is null
    and c.on_behalf_of is null and c.quote is null`,
  parts: {
    quote: nullable(escaped(`case when ${OPEN_WORDS} then c.quote end`)),
    quoteBefore: contextPart('before'),
    quoteAfter: contextPart('after'),
    onBehalfOf: nullable(bare(`case when c.disowned_at is null and ${OPEN_WORDS} then c.on_behalf_of end`)),
    receivedOn: nullable(quoted('c.received_on')),
    answer: nullable(
      jsonObject({
        outcome: quoted('c.outcome'),
        reasons: bare('c.reasons'),
        answeredAt: instant('c.answered_at'),
        revisedAt: nullable(instant('c.revised_at')),
        provisionId: nullable(quoted('c.answer_provision_id')),
      }),
    ),
    withdrawnAt: nullable(instant('c.withdrawn_at')),
    disownedAt: nullable(instant('c.disowned_at')),
    concealment: nullable(bare('c.concealment')),
  },
};

const ITEM = jsonObject(PARTS, SELDOM);

/** The author who is named beside a comment that everyone may read; for others no account is looked up. */
const NAMED = `left join accounts a on a.id = case when c.show_name and ${OPEN_WORDS} then c.account_id end`;

const LINE = jsonObject(
  {
    ...PARTS,
    provisionNumber: nullable(escaped('t.number')),
    answerProvisionNumber: nullable(escaped(linkedNumberSql('c.answer_provision_id'))),
    files: bare(`coalesce(${OPEN_FILES}, '[]')`),
  },
  SELDOM,
);

/** All comments of consultation $1 as everyone sees them, with the numbers of the provisions meant and their files. */
export const LINES = `select ${jsonSql(LINE)} as line
  from comments c ${NAMED}
    left join provision_texts t on t.provision_id = c.provision_id and t.version = c.version_number
  where c.consultation_id = $1 order by c.number`;

/** Between two items: a line break stands in no JSON text but between its parts. */
export const BETWEEN = ',\n';

const CONDITIONS = {
  provision: (at: number) => `and c.provision_id = $${at}::uuid`,
  state: (at: number) => `and c.state = $${at}`,
  group: (at: number) => `and c.group_id = $${at}::uuid`,
  modifiedSince: (at: number) => `and c.id::text in (
    select j.subject_id from journal j where j.subject_kind = 'comment' and j.public and j.seq >=
      coalesce((select min(s.seq) from journal s where s.at >= $${at}::timestamptz), 9223372036854775807))`,
} as const;

const FILTERS = ['provision', 'state', 'group', 'modifiedSince'] as const;

/** A list of a consultation's comments, as a statement. */
export interface ListStatement {
  readonly name: string;
  readonly sql: string;
  readonly values: readonly unknown[];
}

const known = new Map<string, string>();

/** The comments of a consultation behind the number `from`, with one beyond the limit, which tells that there is more. */
export function listStatement(consultationId: string, from: CursorKey, query: CommentsQuery): ListStatement {
  const filters = FILTERS.filter((filter) => query[filter] !== undefined);
  const name = ['comments', ...filters, query.limit].join('-');
  let sql = known.get(name);
  if (sql === undefined) {
    sql = listSql(
      filters.map((filter, at) => CONDITIONS[filter](at + 3)),
      query.limit,
    );
    known.set(name, sql);
  }
  return { name, sql, values: [consultationId, from, ...filters.map((filter) => query[filter])] };
}

/**
 * One statement per shape of a list: the plan of each is made once, which conditions that may be null and a limit that
 * is not known would prevent. $1 consultation $2 number before, then the filters. The item beyond the limit tells that
 * there is more.
 */
function listSql(conditions: readonly string[], limit: number): string {
  return `select count(*)::int as found, (array_agg(number))[${limit}] as last,
      ${bytesSql(`coalesce(string_agg(item, '${BETWEEN}'), '')`)} as items
    from (
      select c.number, ${jsonSql(ITEM)} as item
      from comments c ${NAMED}
      where c.consultation_id = $1 and c.number > $2::int ${conditions.join(' ')} order by c.number limit ${limit + 1}
    ) page`;
}
