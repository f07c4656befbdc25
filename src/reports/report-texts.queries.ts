import { Injectable } from '@nestjs/common';
import { contextPart, linkedNumberSql, OPEN_WORDS } from '../comments/index.js';
import {
  bare,
  Cursors,
  escaped,
  instant,
  jsonObject,
  jsonSql,
  nullable,
  quoted,
  Statements,
  type Cursor,
} from '../platform/database/index.js';
import { cursorOf, keysOf, notFound } from '../platform/kernel/index.js';
import type { PageQuery } from '../platform/http/index.js';

const at = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Earlier answers that are shown with a text. */
const EARLIER_SHOWN = 10;

const EARLIER = `coalesce((select json_agg(json_build_object('number', e.number, 'outcome', e.outcome,
    'reasons', e.reasons, 'answeredAt', ${at('e.answered_at')}, 'replacedAt', ${at('e.replaced_at')}, 'why', e.why,
    'provisionId', e.provision_id)
    order by e.number desc) from (select * from earlier_answers e where e.comment_id = c.id and c.revised_at is not null
      order by e.number desc limit ${EARLIER_SHOWN}) e), '[]')`;

/** A text with its answer, as everyone may read it today. */
const TEXT = jsonObject({
  position: bare('f.position'),
  comments: bare('f.comments'),
  commentId: quoted('c.id'),
  number: bare('c.number'),
  channel: quoted('c.channel'),
  language: quoted('c.language'),
  text: nullable(escaped(`case when ${OPEN_WORDS} then c.text end`)),
  quote: nullable(escaped(`case when ${OPEN_WORDS} then c.quote end`)),
  quoteBefore: contextPart('before'),
  quoteAfter: contextPart('after'),
  provisionId: nullable(quoted('c.provision_id')),
  provisionNumber: nullable(escaped('t.number')),
  versionNumber: nullable(bare('c.version_number')),
  author: nullable(
    jsonObject({ name: escaped(`coalesce(a.display_name, case when ${OPEN_WORDS} then c.author_name end)`) }),
  ),
  onBehalfOf: nullable(bare(`case when c.disowned_at is null and ${OPEN_WORDS} then c.on_behalf_of end`)),
  participant: nullable(bare('case when not c.show_name then c.participant end')),
  acceptedAt: instant('c.accepted_at'),
  receivedOn: nullable(quoted('c.received_on')),
  disownedAt: nullable(instant('c.disowned_at')),
  groupId: nullable(quoted('c.group_id')),
  answer: nullable(
    jsonObject({
      outcome: quoted('c.outcome'),
      reasons: bare('c.reasons'),
      answeredAt: instant('c.answered_at'),
      revisedAt: nullable(instant('c.revised_at')),
      provisionId: nullable(quoted('c.answer_provision_id')),
    }),
  ),
  answerProvisionNumber: nullable(escaped(linkedNumberSql('c.answer_provision_id'))),
  earlierAnswers: bare(EARLIER),
  concealment: nullable(bare('c.concealment')),
});

/** One of the comments with the text: the first, or while it is hidden the first that is not. */
const SHOWN = `case when first.concealment is null then first.id else coalesce((select o.id from comments o
    where o.group_id = first.group_id and o.text_hash = first.text_hash and o.state <> 'withdrawn'
      and o.concealment is null and o.revised_at is null and first.revised_at is null
      and (o.provision_id, o.quote, o.quote_context, o.outcome, o.reasons, o.answer_provision_id) is not distinct from
        (first.provision_id, first.quote, first.quote_context, first.outcome, first.reasons, first.answer_provision_id)
    order by o.number limit 1), first.id) end`;

const FROM = `from report_texts f join comments first on first.id = f.comment_id
  join comments c on c.id = ${SHOWN}
  left join accounts a on a.id = c.account_id and c.show_name and ${OPEN_WORDS}
  left join provision_texts t on t.provision_id = c.provision_id and t.version = c.version_number`;

const LINES = `select ${jsonSql(TEXT)} as line ${FROM} where f.report_id = $1 and f.position <= $2 order by f.position`;

/** What people print holds no more than so many texts, and no more than so many characters of them and the answers. */
export const DOCUMENT_TEXTS = 1_000;
export const DOCUMENT_CHARACTERS = 500_000;
/** Characters of an answer. */
const PAGE_CHARACTERS = 400_000;
const ALL = 2_147_483_647;

/** How much of a report there is. */
export interface ReportExtent {
  readonly reportId: string;
  readonly texts: number;
  /** How many of them a document for people prints. */
  readonly printed: number;
}

/** Reads of the texts of a report. */
@Injectable()
export class ReportTextsQueries {
  constructor(
    private readonly statements: Statements,
    private readonly cursors: Cursors,
  ) {}

  /**
   * Texts with their answers, the ones sent most often first, each a JSON text: as many as were asked for, or fewer where
   * they are long. Throws `not-found` before the report is published.
   */
  async page(
    consultationId: string,
    { limit, after }: PageQuery,
    characters = PAGE_CHARACTERS,
  ): Promise<{ items: string[]; next: string | null }> {
    const [from = 0] = keysOf(after, ['count']) ?? [];
    const rows = await this.statements.rows<{ position: number | null; line: string | null }>(
      'report-texts',
      `select f.position, ${jsonSql(TEXT)} as line
       from consultation_reports r left join lateral (select * from report_texts t
           where t.report_id = r.id and t.position > $2 order by t.position limit $3) f on true
         left join comments first on first.id = f.comment_id left join comments c on c.id = ${SHOWN}
         left join accounts a on a.id = c.account_id and c.show_name and ${OPEN_WORDS}
         left join provision_texts t on t.provision_id = c.provision_id and t.version = c.version_number
       where r.consultation_id = $1 order by f.position`,
      [consultationId, from, limit + 1],
    );
    if (rows.length === 0) throw notFound();
    const texts = rows.flatMap(({ position, line }) =>
      position === null || line === null ? [] : [{ position, line }],
    );
    const shown = texts.slice(
      0,
      Math.min(
        limit,
        fitting(
          texts.map(({ line }) => line.length),
          characters,
        ),
      ),
    );
    const last = shown.at(-1);
    const next = last && shown.length < texts.length ? cursorOf([last.position]) : null;
    return { items: shown.map(({ line }) => line), next };
  }

  /** How many texts there are, and how many of them a document prints. Throws `not-found` without a report. */
  async extent(consultationId: string): Promise<ReportExtent> {
    const row = await this.statements.row<{ reportId: string; texts: number; printed: number }>(
      'report-extent',
      `select r.id as "reportId", (select count(*) from report_texts where report_id = r.id) as texts,
         (select count(*) from (select sum(coalesce(length(c.text), 0) + coalesce(length(c.reasons::text), 0))
             over (order by f.position) as characters, f.position
           from report_texts f join comments c on c.id = f.comment_id
           where f.report_id = r.id and f.position <= ${DOCUMENT_TEXTS}) s
           where s.position = 1 or s.characters <= ${DOCUMENT_CHARACTERS}) as printed
       from consultation_reports r where r.consultation_id = $1`,
      [consultationId],
    );
    if (!row) throw notFound();
    return row;
  }

  /** The texts at one moment in their order, each a JSON text. The caller closes it. */
  lines({ reportId }: ReportExtent, most = ALL): Promise<Cursor<{ readonly line: string }>> {
    return this.cursors.open(LINES, [reportId, most]);
  }
}

/** How many of the lengths fit into a page; the first always does. */
function fitting(lengths: readonly number[], characters: number): number {
  let [sum, count] = [0, 0];
  for (const length of lengths) {
    sum += length;
    if (count > 0 && sum > characters) break;
    count += 1;
  }
  return count;
}
