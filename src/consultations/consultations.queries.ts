import { Injectable } from '@nestjs/common';
import { Statements } from '../platform/database/index.js';
import { JsonText } from '../platform/http/index.js';
import { cursorOf, keysOf, notFound, type LocalDate, type LocalizedText } from '../platform/kernel/index.js';
import type { ConsultationFacts, ConsultationRead } from './consultation-read.js';
import type { ConsultationsQuery } from './consultations.requests.js';

const FACTS = `c.id, c.version, c.state, c.body_id as "bodyId", c.published_on as "publishedOn",
  c.closes_on as "closesOn", c.answers_due_on as "answersDueOn", c.current_version as "currentVersion",
  c.first_public_version as "firstPublicVersion", c.comments_by_email as "commentsByEmail"`;

const WHOLE = `${FACTS}, c.stage, c.act_type as "actType", c.category, c.public_service as "publicService",
  c.special_regime as "specialRegime", c.title, c.summary, c.objectives, c.questions,
  c.explanatory_note as "explanatoryNote", c.consultative_document_id as "consultativeDocumentId", c.exemption,
  c.answers_due_provisional as "answersDueProvisional",
  c.reported_on as "reportedOn", c.concluded_on as "concludedOn", c.result, c.adopted_act as "adoptedAct",
  c.conclusion_reasons as "conclusionReasons", c.withdrawn_on as "withdrawnOn",
  c.withdrawal_reasons as "withdrawalReasons", c.source, c.breaches, c.extensions,
  (select coalesce(json_agg(json_build_object('councilId', n.council_id, 'notifiedOn', n.notified_on,
    'opinionDueOn', n.opinion_due_on, 'provisional', n.opinion_due_provisional) order by n.council_id), '[]')
    from consultation_councils n where n.consultation_id = c.id) as councils`;

/** SQL: the phase of a consultation `c` on a day; the same as `phaseOn`. */
export function phaseSql(day: string): string {
  return `case when c.state = 'draft' then null when c.state <> 'published' then c.state
    when ${day} <= c.closes_on then 'commenting' when ${day} > c.answers_due_on then 'overdue' else 'answering' end`;
}

const PHASE = phaseSql('$1::date');

const ITEM = `c.id, c.state, ${PHASE} as phase, c.stage, c.act_type as "actType", c.body_id as "bodyId", c.category,
  c.title, c.summary, c.current_version as "currentVersion", c.published_on as "publishedOn",
  c.closes_on as "closesOn", c.answers_due_on as "dueOn"`;

const FILTERS = `($2::text is null or ${PHASE} = $2) and ($3::uuid is null or c.body_id = $3)
  and ($4::text is null or c.category = $4)
  and ($5::text is null or strpos(lower(concat_ws(' ', c.title->>'kk', c.title->>'ru', c.title->>'en',
    c.summary->>'kk', c.summary->>'ru', c.summary->>'en') collate "ru-x-icu"), lower($5 collate "ru-x-icu")) > 0)
  and ($6::timestamptz is null or c.id::text in (select j.subject_id from journal j
    where j.subject_kind = 'consultation' and j.public and j.seq >= coalesce(
      (select min(s.seq) from journal s where s.at >= $6), 9223372036854775807)))
  and ($10::text is null or c.act_type = $10)
  and ($11::uuid is null or exists (select from bodies b where b.id = c.body_id and b.territory_id = $11))`;

/** Where the first page begins: later than any day, behind any id. */
const FIRST = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'] as const;

/** One page as JSON text, its items in the order of `order`, with the keys of the last item when there is more. */
function pageSql(condition: string, order: string, orderOfItems: string): string {
  return `with page as (
    select ${ITEM} from consultations c where ${FILTERS} and ${condition} order by ${order} limit $7::int + 1
  ), shown as (select * from page limit $7)
  select coalesce(json_agg(shown order by ${orderOfItems}), '[]')::text as items,
    (select count(*) > $7 from page) as more, min("publishedOn") as "lastOn",
    (array_agg(id order by ${orderOfItems}))[count(*)] as "lastId" from shown`;
}

const LIST = pageSql(
  'c.published_on is not null and (c.published_on, c.id) < ($8::date, $9::uuid)',
  'c.published_on desc, c.id desc',
  '"publishedOn" desc, id desc',
);

const DRAFTS = pageSql(
  'c.published_on is null and c.body_id = any($8::uuid[]) and c.id < $9::uuid',
  'c.id desc',
  'id desc',
);

interface PageRow extends Record<string, unknown> {
  readonly items: string;
  readonly more: boolean;
  readonly lastOn: LocalDate | null;
  readonly lastId: string;
}

/** What a consultation is called, and the day until which comments are answered. */
export interface ConsultationHead {
  readonly title: LocalizedText;
  readonly answersDueOn: LocalDate | null;
}

/** A consultation in a list to choose from. */
export interface ConsultationTitle {
  readonly id: string;
  readonly title: LocalizedText;
  readonly publishedOn: LocalDate;
}

/** Reads of consultations. */
@Injectable()
export class ConsultationsQueries {
  constructor(private readonly statements: Statements) {}

  /** Undefined when there is none; a draft is found too, so ask `maySee` before telling of it. */
  find(id: string): Promise<ConsultationFacts | undefined> {
    return this.statements.row<ConsultationFacts & Record<string, unknown>>(
      'consultation-facts',
      `select ${FACTS} from consultations c where c.id = $1`,
      [id],
    );
  }

  /** What published consultations are called and until when they are answered, by their ids. */
  async headsOf(ids: readonly string[]): Promise<ReadonlyMap<string, ConsultationHead>> {
    if (ids.length === 0) return new Map();
    const rows = await this.statements.rows<ConsultationHead & { id: string }>(
      'consultation-heads',
      `select id, title, answers_due_on as "answersDueOn" from consultations
        where id = any($1::uuid[]) and published_on is not null`,
      [[...new Set(ids)]],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Consultative documents of a body that were published and not taken back, latest first; the first hundred. */
  consultativeDocuments(bodyId: string): Promise<ConsultationTitle[]> {
    return this.statements.rows<ConsultationTitle & Record<string, unknown>>(
      'consultative-documents',
      `select id, title, published_on as "publishedOn" from consultations
        where body_id = $1 and stage = 'consultative_document' and published_on is not null and state <> 'withdrawn'
        order by published_on desc, id desc limit 100`,
      [bodyId],
    );
  }

  /** Throws `not-found`. A draft is read too: ask `maySee`. */
  async one(id: string): Promise<ConsultationRead> {
    const sql = `select ${WHOLE} from consultations c where c.id = $1`;
    const row = await this.statements.row<ConsultationRead>('consultation', sql, [id]);
    if (!row) throw notFound();
    return row;
  }

  /** What was published, latest first. */
  async list(query: ConsultationsQuery, today: LocalDate): Promise<JsonText> {
    const keys = keysOf(query.after, ['date', 'id']) ?? FIRST;
    const values = [...filters(query, today), ...keys, ...kindFilters(query)];
    return pageText(await this.statements.row<PageRow>('consultations', LIST, values));
  }

  /** What these bodies have not published, latest first. */
  async drafts(query: ConsultationsQuery, bodyIds: readonly string[], today: LocalDate): Promise<JsonText> {
    const [, id] = keysOf(query.after, ['string', 'id']) ?? FIRST;
    const values = [...filters(query, today), bodyIds, id, ...kindFilters(query)];
    return pageText(await this.statements.row<PageRow>('consultation-drafts', DRAFTS, values));
  }
}

function filters({ phase, body, category, q, modifiedSince, limit }: ConsultationsQuery, today: LocalDate): unknown[] {
  return [today, phase ?? null, body ?? null, category ?? null, q ?? null, modifiedSince ?? null, limit];
}

function kindFilters({ actType, territory }: ConsultationsQuery): unknown[] {
  return [actType ?? null, territory ?? null];
}

function pageText(row: PageRow | undefined): JsonText {
  if (!row) throw new Error('A list without a row.');
  const { items, more, lastOn, lastId } = row;
  const next = more ? cursorOf([lastOn ?? '', lastId]) : null;
  return new JsonText(`{"items":${items},"next":${JSON.stringify(next)}}`);
}
