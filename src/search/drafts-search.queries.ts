import { Injectable } from '@nestjs/common';
import { phaseSql } from '../consultations/index.js';
import { Statements } from '../platform/database/index.js';
import { cursorOf, keysOf, type Language, type LocalDate } from '../platform/kernel/index.js';
import { AMONG_WANTED, filterValues } from './filters.js';
import { placesIn } from './lexemes.js';
import { QuestionsService } from './questions.service.js';
import type { DraftsSearchQuery } from './search.requests.js';
import type { DraftFoundResponse, DraftsFoundResponse } from './search.responses.js';
import { snippetOf } from './snippet.js';

/** Drafts that are ranked: the newest that fit. */
export const MOST_RANKED_DRAFTS = 200;
const LANGUAGES_OF_DRAFT = 3;

const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const FROM_THE_BEST = [2_147_483_647, LAST_ID] as const;
const FROM_THE_NEWEST = ['infinity', LAST_ID] as const;

/** $1 to $6 filters, $7 question, $8 and $9 days. A draft is found in any of its languages, and shown in the best. */
const FOUND = `
  matched as materialized (
    select c.id, d.language, d.words, c.published_on from draft_search d
      join consultations c on c.id = d.consultation_id join bodies b on b.id = c.body_id
    where d.words @@ $7::tsquery and ${AMONG_WANTED}
      and ($8::date is null or c.published_on >= $8) and ($9::date is null or c.published_on <= $9) AND_BEFORE
    order by c.published_on desc, c.id desc limit MOST
  ), found as materialized (
    select distinct on (id) id, language, published_on, (ts_rank(words, $7::tsquery, 1) * 1000000)::int as rank
    from matched order by id, rank desc, language
  )`;

/** $10 any of the wanted lexemes as a question, $11 and $12 the keys before, $13 limit. */
function pageSql(page: string, sorted: string): string {
  return `select n.found, r.* from (select count(*)::int as found from found) n left join lateral (
      select f.rank, c.id, c.title, c.body_id as "bodyId", ${phaseSql('$1::date')} as phase, c.act_type as "actType",
        c.category, c.published_on as "publishedOn", c.closes_on as "closesOn", f.language,
        p.provision_id as "provisionId", p.text, p.words
      from (${page}) f join consultations c on c.id = f.id
        cross join lateral (select * from draft_search_parts p
          where p.consultation_id = f.id and p.language = f.language
          order by ts_rank(p.words, $10::tsquery) desc, p.part limit 1) p
    ) r on true order by ${sorted}`;
}

const BEST = `with ${FOUND.replace('AND_BEFORE', '').replace('MOST', String((MOST_RANKED_DRAFTS + 1) * LANGUAGES_OF_DRAFT))}
  ${pageSql(
    `select * from found where (rank, id) < ($11::int, $12::uuid) order by rank desc, id desc limit $13::int`,
    'r.rank desc, r.id desc',
  )}`;

const NEWEST = `with ${FOUND.replace('AND_BEFORE', 'and (c.published_on, c.id) < ($11::date, $12::uuid)').replace('MOST', `$13::int * ${LANGUAGES_OF_DRAFT}`)}
  ${pageSql('select * from found order by published_on desc, id desc limit $13::int', 'r."publishedOn" desc, r.id desc')}`;

interface FoundRow extends Omit<DraftFoundResponse, 'snippet' | 'id'>, Record<string, unknown> {
  readonly found: number;
  readonly id: string | null;
  readonly rank: number;
  readonly language: Language;
  readonly provisionId: string | null;
  readonly text: string;
  readonly words: string;
}

/** Search over published drafts. */
@Injectable()
export class DraftsSearchQueries {
  constructor(
    private readonly statements: Statements,
    private readonly questions: QuestionsService,
  ) {}

  /** Throws `malformed` where there is nothing to search by. */
  async search(query: DraftsSearchQuery, today: LocalDate): Promise<DraftsFoundResponse> {
    const { q, limit, after, from, to } = query;
    const { query: question, wanted } = await this.questions.read(q);
    const any = wanted.map((lexeme) => `'${lexeme}'`).join(' | ');
    const values = [...filterValues(query, today), question, from ?? null, to ?? null, any];
    if (query.sort === 'newest') {
      const keys = keysOf(after, ['date', 'id']) ?? FROM_THE_NEWEST;
      const rows = await this.statements.rows<FoundRow>('search-drafts-newest', NEWEST, [
        ...values,
        ...keys,
        limit + 1,
      ]);
      const page = pageOfFound(rows, limit, wanted, ({ publishedOn, id }) => [publishedOn, id]);
      return { ...page, found: null, more: page.next !== null };
    }
    const keys = keysOf(after, ['count', 'id']) ?? FROM_THE_BEST;
    const rows = await this.statements.rows<FoundRow>('search-drafts-best', BEST, [...values, ...keys, limit + 1]);
    const found = rows[0]?.found ?? 0;
    const page = pageOfFound(rows, limit, wanted, ({ rank, id }) => [rank, id]);
    return { ...page, found: Math.min(found, MOST_RANKED_DRAFTS), more: found > MOST_RANKED_DRAFTS };
  }
}

function pageOfFound(
  rows: readonly FoundRow[],
  limit: number,
  wanted: readonly string[],
  keys: (row: FoundRow) => (string | number | null)[],
): Pick<DraftsFoundResponse, 'items' | 'next'> {
  const found = rows.filter(({ id }) => id !== null);
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => foundResponse(row, wanted)),
    next: found.length > limit && last ? cursorOf(keys(last)) : null,
  };
}

function foundResponse(row: FoundRow, wanted: readonly string[]): DraftFoundResponse {
  const { id, title, bodyId, phase, actType, category, publishedOn, closesOn, language, provisionId } = row;
  const snippet = { language, provisionId, pieces: snippetOf(row.text, placesIn(row.words, wanted)) };
  return { id: id ?? '', title, bodyId, phase, actType, category, publishedOn, closesOn, snippet };
}
