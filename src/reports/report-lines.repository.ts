import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { contextPart, OPEN_WORDS } from '../comments/index.js';
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
} from '../platform/database/index.js';
import { readableLine, type HiddenLine, type Since } from './report-line.js';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** Comments read and packed at once: the longest with the longest answers fill some megabytes. */
const BATCH = 200;
/** Publication is rare and reads every comment: it may take longer than requests may. */
const PUBLICATION_MS = 120_000;

const at = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const EARLIER = `coalesce((select jsonb_agg(jsonb_build_object('number', e.number, 'outcome', e.outcome,
    'reasons', e.reasons, 'answeredAt', ${at('e.answered_at')}, 'replacedAt', ${at('e.replaced_at')}, 'why', e.why,
    'provisionId', e.provision_id)
    order by e.number) from earlier_answers e where e.comment_id = c.id and c.revised_at is not null), '[]')`;

/** A comment as a report says it for good: without a name, which its owner may take back. The salt belongs to the hash. */
const LINE = jsonObject({
  kind: quoted(`'comment'`),
  number: bare('c.number'),
  state: quoted('c.state'),
  channel: quoted('c.channel'),
  language: quoted('c.language'),
  acceptedAt: instant('c.accepted_at'),
  receivedOn: nullable(quoted('c.received_on')),
  provisionId: nullable(quoted('c.provision_id')),
  provisionNumber: nullable(escaped('t.number')),
  versionNumber: nullable(bare('c.version_number')),
  quote: nullable(escaped(`case when ${OPEN_WORDS} then c.quote end`)),
  quoteBefore: contextPart('before'),
  quoteAfter: contextPart('after'),
  text: nullable(escaped(`case when ${OPEN_WORDS} then c.text end`)),
  onBehalfOf: nullable(bare(`case when c.disowned_at is null and ${OPEN_WORDS} then c.on_behalf_of end`)),
  participant: nullable(bare('case when not c.show_name then c.participant end')),
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
  earlierAnswers: bare(EARLIER),
  withdrawnAt: nullable(instant('c.withdrawn_at')),
  disownedAt: nullable(instant('c.disowned_at')),
  concealment: nullable(bare('c.concealment')),
  salt: quoted('gen_random_uuid()'),
});

const COMMENTS = `select c.number, ${jsonSql(LINE)} as line from comments c
  left join provision_texts t on t.provision_id = c.provision_id and t.version = c.version_number
  where c.consultation_id = $1 and c.number > $2 order by c.number limit ${BATCH}`;

/** Every text once, with its answer; the ones sent most often first. A changed answer has a history of its own. */
const TEXTS = `insert into report_texts (report_id, position, comment_id, comments)
  select $1, row_number() over (order by g.comments desc, g.first), c.id, g.comments
  from (
    select min(number) as first, count(*)::int as comments from comments
    where consultation_id = $2 and state <> 'withdrawn'
    group by text_hash, provision_id, quote, quote_context, outcome, reasons, answer_provision_id,
      case when revised_at is not null then id end
  ) g join comments c on c.consultation_id = $2 and c.number = g.first`;

/** The parts with what is hidden of their comments today, and which of them were disowned. */
const PARTS = `select p.content, (select coalesce(json_agg(json_build_array(c.number,
      json_build_object('concealment', c.concealment, 'disownedAt', ${at('c.disowned_at')}))), '[]')
    from comments c where c.consultation_id = r.consultation_id
      and c.number between p.first_comment and p.last_comment and (c.concealment is not null or c.disowned_at is not null)) as hidden
  from report_parts p join consultation_reports r on r.id = p.report_id
  where p.report_id = $1 order by p.number`;

interface Part extends Record<string, unknown> {
  readonly content: Buffer;
  readonly hidden: readonly (readonly [number, Since])[];
}

/** Lines that are packed together, and the comments among them. */
interface NewPart {
  readonly number: number;
  readonly lines: readonly string[];
  readonly first: number | null;
  readonly last: number | null;
}

/** What a report consists of: its texts, and its lines as they were published. */
@Injectable()
export class ReportLinesRepository {
  constructor(
    private readonly statements: Statements,
    private readonly cursors: Cursors,
  ) {}

  /** Lets the statements of this act take their time. */
  async begin(): Promise<void> {
    await this.statements.rows('report-begin', `set local statement_timeout = ${PUBLICATION_MS}`);
  }

  /** Keeps which texts there are. */
  async insertTexts(reportId: string, consultationId: string): Promise<void> {
    await this.statements.rows('report-texts-insert', TEXTS, [reportId, consultationId]);
  }

  /** The lines of all comments as everyone may read them now, a batch at a time. */
  async *comments(consultationId: string): AsyncGenerator<{ number: number; line: string }[], void> {
    for (let after = 0; ;) {
      const rows = await this.statements.rows<{ number: number; line: string }>('report-lines', COMMENTS, [
        consultationId,
        after,
      ]);
      const last = rows.at(-1);
      if (!last) return;
      yield rows;
      after = last.number;
    }
  }

  /** Keeps lines for good. */
  async insertPart(reportId: string, { number, lines, first, last }: NewPart): Promise<void> {
    const content = await pack(lines.join('\n'));
    await this.statements.rows(
      'report-part-insert',
      `insert into report_parts (report_id, number, first_comment, last_comment, lines, content)
       values ($1, $2, $3, $4, $5, $6)`,
      [reportId, number, first, last, lines.length, content],
    );
  }

  /** The lines as they were published, less what was hidden since; whoever reads them ends the cursor by `close`. */
  async published(
    reportId: string,
  ): Promise<{ lines: AsyncGenerator<HiddenLine[], void>; close: () => Promise<void> }> {
    const cursor = await this.cursors.open<Part>(PARTS, [reportId]);
    return { lines: linesOf(cursor.batches(1)), close: () => cursor.close() };
  }
}

async function* linesOf(parts: AsyncIterable<Part[]>): AsyncGenerator<HiddenLine[], void> {
  for await (const batch of parts) {
    for (const { content, hidden } of batch) {
      const since = new Map(hidden);
      const lines = (await unpack(content)).toString().split('\n');
      yield lines.map((line) => readableLine(line, since));
    }
  }
}
