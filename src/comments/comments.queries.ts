import { Injectable } from '@nestjs/common';
import { ConsultationsQueries, maySee } from '../consultations/index.js';
import { type Cursor, Cursors, Statements } from '../platform/database/index.js';
import { JsonText } from '../platform/http/index.js';
import {
  ANONYMOUS,
  cursorOf,
  keysOf,
  notFound,
  pageOf,
  permit,
  type Actor,
  type Page,
} from '../platform/kernel/index.js';
import { BETWEEN, LINES, listStatement } from './comment-json.js';
import type { CommentRow } from './comment-row.js';
import type { CommentsQuery } from './comments.requests.js';
import {
  commentResponse,
  receiptStateResponse,
  type CommentResponse,
  type ReceiptStateResponse,
} from './comments.responses.js';
import type { EarlierAnswerResponse } from './earlier-answers.responses.js';
import { placeSql } from './places.js';
import { readReceiptNumber } from './receipt-number.js';

const COMMENT = `
  select c.id, c.version, c.consultation_id as "consultationId", d.state as "consultationState",
    d.body_id as "bodyId", c.number, c.state, c.channel, c.language, c.text, c.text_hash as "textHash",
    c.provision_id as "provisionId", c.version_number as "versionNumber", c.quote, c.quote_context as "quoteContext", c.account_id as "accountId",
    c.show_name as "showName", coalesce(a.display_name, c.author_name) as "authorName", c.participant,
    c.accepted_at as "acceptedAt", c.receipt, c.answered_at as "answeredAt", c.revised_at as "revisedAt", c.outcome,
    c.reasons, c.answer_provision_id as "answerProvisionId", c.group_id as "groupId",
    c.withdrawn_at as "withdrawnAt", c.received_on as "receivedOn", c.on_behalf_of as "onBehalfOf", c.disowned_at as "disownedAt",
    c.disowned_reason as "disownedReason", c.concealment, c.files,
    ${placeSql('d.current_version')} as place
  from comments c join consultations d on d.id = c.consultation_id
    left join accounts a on a.id = c.account_id and c.show_name`;

const EARLIER = `e.number, e.outcome, e.reasons, e.answered_at as "answeredAt", e.replaced_at as "replacedAt", e.why,
  e.provision_id as "provisionId"`;

/** Earlier answers that are shown with a comment. */
const EARLIER_SHOWN = 10;

/** Answers that stood before, the latest first, by the ids of their comments. */
export type EarlierAnswers = ReadonlyMap<string, readonly EarlierAnswerResponse[]>;

/** A comment whose answer may have been changed. */
interface Answered {
  readonly id: string;
  readonly answer: { readonly revisedAt?: Date | string | null } | null;
}

interface Shown {
  readonly found: number;
  /** The number of the last item within the limit, where there are as many. */
  readonly last: number | null;
  /** JSON texts with `BETWEEN` between them, as base64. */
  readonly items: string;
}

const BEGINNING = Buffer.from('{"items":[');

const NOTHING: Shown = { found: 0, last: null, items: '' };

type Row = CommentRow & Record<string, unknown>;

/** Reads of comments. */
@Injectable()
export class CommentsQueries {
  constructor(
    private readonly statements: Statements,
    private readonly consultations: ConsultationsQueries,
    private readonly cursors: Cursors,
  ) {}

  /** A consultation's comments in the order of acceptance, the same for everyone. Throws `not-found`. */
  async list(consultationId: string, query: CommentsQuery): Promise<JsonText> {
    const { limit, after } = query;
    const [from = 0] = keysOf(after, ['count']) ?? [];
    const { name, sql, values } = listStatement(consultationId, from, query);
    const page = (await this.statements.row<Shown & Record<string, unknown>>(name, sql, values)) ?? NOTHING;
    if (page.found === 0) await this.#refuseUnknown(consultationId);
    const items = Buffer.from(page.items, 'base64');
    if (page.found <= limit) return pageText(items, 'null');
    return pageText(items.subarray(0, items.lastIndexOf(BETWEEN)), `"${cursorOf([page.last])}"`);
  }

  /**
   * All comments at one moment, in the order of acceptance, each a JSON text: as in the list, with `provisionNumber`
   * besides. The caller closes it. Throws `not-found`, and `unavailable` when too many read like this.
   */
  async lines(consultationId: string): Promise<Cursor<{ readonly line: string }>> {
    await this.#refuseUnknown(consultationId);
    return this.cursors.open(LINES, [consultationId]);
  }

  /** Throws `not-found`. */
  async one(id: string, by: Actor): Promise<CommentResponse> {
    return commentResponse(found(await this.statements.row<Row>('comment', `${COMMENT} where c.id = $1`, [id])), by);
  }

  /** What became of the comment with this receipt number, as a person typed it. Throws `not-found`. */
  async receipt(typed: string): Promise<ReceiptStateResponse> {
    const number = readReceiptNumber(typed);
    if (number === undefined) throw notFound();
    const row = await this.statements.row<Row>('comment-receipt', `${COMMENT} where c.receipt = $1`, [number]);
    return receiptStateResponse(found(row));
  }

  /** Answers to a comment that others took the place of, the latest first. Throws `not-found`. */
  async earlierAnswers(id: string, limit: number, after?: string): Promise<Page<EarlierAnswerResponse>> {
    const [before = null] = keysOf(after, ['count']) ?? [];
    const rows = await this.statements.rows<EarlierAnswerResponse & Record<string, unknown>>(
      'comment-earlier-answers',
      `select ${EARLIER} from earlier_answers e
       where e.comment_id = $1 and ($2::int is null or e.number < $2) order by e.number desc limit $3`,
      [id, before, limit + 1],
    );
    if (rows.length === 0) await this.one(id, ANONYMOUS);
    return pageOf(
      rows,
      limit,
      ({ number }) => [number],
      (row) => row,
    );
  }

  /** The last earlier answers of each of the comments whose answer was changed; nothing is asked where none was. */
  async earlierOf(comments: readonly Answered[]): Promise<EarlierAnswers> {
    const ids = comments.filter(({ answer }) => answer?.revisedAt).map(({ id }) => id);
    if (ids.length === 0) return new Map();
    const rows = await this.statements.rows<{ id: string; earlier: EarlierAnswerResponse[] }>(
      'comments-earlier-answers',
      `select c.id, (select json_agg(e order by e.number desc) from (select ${EARLIER} from earlier_answers e
         where e.comment_id = c.id order by e.number desc limit ${EARLIER_SHOWN}) e) as earlier
       from unnest($1::uuid[]) c (id)`,
      [ids],
    );
    return new Map(rows.map(({ id, earlier }) => [id, earlier]));
  }

  /** A person's own comments, the latest first. */
  async mine(by: Actor, limit: number, after?: string): Promise<Page<CommentResponse>> {
    const [at, id] = keysOf(after, ['instant', 'id']) ?? [null, null];
    const rows = await this.statements.rows<Row>(
      'comments-mine',
      `${COMMENT} where c.account_id = $1 and ($2::timestamptz is null or (c.accepted_at, c.id) < ($2, $3::uuid))
       order by c.accepted_at desc, c.id desc limit $4`,
      [by.accountId, at, id, limit + 1],
    );
    return pageOf(
      rows,
      limit,
      (row) => [row.acceptedAt.toISOString(), row.id],
      (row) => commentResponse(row, by),
    );
  }

  /** All that a person said, with receipts and answers, for himself alone; the first comes first. */
  async everythingOf(accountId: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
    const row = await this.statements.row<{ comments: Readonly<Record<string, unknown>>[] }>(
      'comments-of-person',
      `select coalesce(json_agg(json_build_object('id', c.id, 'consultationId', c.consultation_id, 'number', c.number,
          'state', c.state, 'language', c.language, 'text', c.text, 'provisionId', c.provision_id, 'quote', c.quote,
          'quoteBefore', c.quote_context->>'before', 'quoteAfter', c.quote_context->>'after',
          'showName', c.show_name, 'onBehalfOf', c.on_behalf_of, 'disownedAt', c.disowned_at, 'disownedReason', c.disowned_reason, 'participant', c.participant, 'acceptedAt', c.accepted_at, 'receipt', c.receipt,
          'textHash', c.text_hash, 'outcome', c.outcome, 'reasons', c.reasons, 'answeredAt', c.answered_at, 'revisedAt', c.revised_at,
          'answerProvisionId', c.answer_provision_id,
          'withdrawnAt', c.withdrawn_at, 'concealment', c.concealment) order by c.accepted_at, c.id), '[]') as comments
        from comments c where c.account_id = $1`,
      [accountId],
    );
    return row?.comments ?? [];
  }

  /** That there is no comment is an answer only where there is a published consultation. */
  async #refuseUnknown(consultationId: string): Promise<void> {
    const consultation = await this.consultations.find(consultationId);
    if (!consultation) throw notFound();
    permit(maySee(ANONYMOUS, consultation));
  }
}

function pageText(items: Buffer, next: string): JsonText {
  return new JsonText(Buffer.concat([BEGINNING, items, Buffer.from(`],"next":${next}}`)]));
}

function found(row: Row | undefined): Row {
  if (!row) throw notFound();
  return row;
}
