import { Injectable } from '@nestjs/common';
import { ConsultationsQueries, maySee } from '../consultations/index.js';
import { Statements } from '../platform/database/index.js';
import { ANONYMOUS, cursorOf, keysOf, notFound, permit, type LocalDate } from '../platform/kernel/index.js';
import { BEST, NEWEST, type Order } from './comment-candidates.js';
import { AMONG_WANTED, filterValues, isFiltered } from './filters.js';
import { placesIn, type LexemeQuestion } from './lexemes.js';
import { QuestionsService } from './questions.service.js';
import type { CommentsSearchQuery } from './search.requests.js';
import type { CommentFoundResponse, CommentsFoundResponse } from './search.responses.js';
import { snippetOf } from './snippet.js';
import { EVERYWHERE, scopeMark, windowsBelow } from './windows.js';

/** Comments that are ranked: the newest that fit. */
export const MOST_RANKED = 100;

/** Consultations to which filters can lead, the last published first. */
const MOST_CONSULTATIONS = 300;

/** What no comment can have: the keys behind which the first page begins. */
const FROM_THE_BEST = [2_147_483_647, 2_147_483_647] as const;

const SCOPES = `
  select (select place from search_progress) as place, own.scope, own.indexed,
    array(select s.scope from consultations c join search_scopes s on s.consultation_id = c.id
        join bodies b on b.id = c.body_id
      where $8::boolean and ($7::uuid is null or c.id = $7) and ${AMONG_WANTED}
      order by c.published_on desc, c.id desc limit ${MOST_CONSULTATIONS} + 1) as wanted
  from (select 1) one left join search_scopes own on own.consultation_id = $7`;

/** Where to look: all that is indexed, what of it is of the one consultation, and those to which filters lead. */
interface Scopes extends Record<string, unknown> {
  readonly place: number;
  readonly scope: number | null;
  readonly indexed: number | null;
  readonly wanted: number[];
}

interface FoundRow extends Omit<CommentFoundResponse, 'snippet' | 'id'>, Record<string, unknown> {
  readonly found: number;
  readonly untried: boolean;
  readonly id: string | null;
  readonly at: number;
  readonly rank: number;
  readonly language: CommentFoundResponse['snippet']['language'];
  readonly text: string;
  readonly words: string;
}

const NOTHING: CommentsFoundResponse = { items: [], next: null, found: 0, more: false };

/** Search over comments: a page costs the same for a consultation with a thousand and with hundreds of thousands. */
@Injectable()
export class CommentsSearchQueries {
  constructor(
    private readonly statements: Statements,
    private readonly consultations: ConsultationsQueries,
    private readonly questions: QuestionsService,
  ) {}

  /** Throws `malformed` where there is nothing to search by, and `not-found` for an unknown consultation. */
  async search(query: CommentsSearchQuery, today: LocalDate): Promise<CommentsFoundResponse> {
    const question = await this.questions.read(query.q);
    if (query.consultation !== undefined) await this.#refuseUnknown(query.consultation);
    const filtered = isFiltered(query);
    const values = [...filterValues(query, today), query.consultation ?? null, filtered];
    const scopes = await this.statements.row<Scopes>('search-scopes', SCOPES, values);
    if (!scopes || isNowhere(scopes, query, filtered)) return NOTHING;
    const asked = { query, question, scopes, ...amongOf(question.query, scopes, query) };
    return query.sort === 'newest' ? this.#newest(asked) : this.#best(asked);
  }

  async #best(asked: Asked): Promise<CommentsFoundResponse> {
    const { query, question } = asked;
    const { limit, after } = query;
    const [rank, at] = keysOf(after, ['count', 'count']) ?? FROM_THE_BEST;
    const values = [...valuesOf(asked, undefined, MOST_RANKED + 1), question.query, rank, at, limit + 1];
    const order = orderOf(query);
    const rows = await this.statements.rows<FoundRow>(`search-comments-best-${order}`, BEST[order], values);
    const { found = 0, untried = false } = rows[0] ?? {};
    return {
      ...pageOfFound(rows, asked, ({ rank: ranked, at: place }) => [ranked, place]),
      found: Math.min(found, MOST_RANKED),
      more: found > MOST_RANKED || untried || asked.cut,
    };
  }

  async #newest(asked: Asked): Promise<CommentsFoundResponse> {
    const { limit, after } = asked.query;
    const [before] = keysOf(after, ['count']) ?? [];
    const order = orderOf(asked.query);
    const values = valuesOf(asked, before as number | undefined, limit + 1);
    const rows = await this.statements.rows<FoundRow>(`search-comments-newest-${order}`, NEWEST[order], values);
    const page = pageOfFound(rows, asked, ({ at }) => [at]);
    const untried = rows[0]?.untried ?? false;
    return { ...page, found: null, more: page.next !== null || untried || asked.cut };
  }

  async #refuseUnknown(id: string): Promise<void> {
    const consultation = await this.consultations.find(id);
    if (!consultation) throw notFound();
    permit(maySee(ANONYMOUS, consultation));
  }
}

/** A question with where it is asked. */
interface Asked {
  readonly query: CommentsSearchQuery;
  readonly question: LexemeQuestion;
  readonly scopes: Scopes;
  /** The question with the consultations to which filters lead. */
  readonly among: string;
  /** Whether filters lead to more of them than are looked into. */
  readonly cut: boolean;
}

function isNowhere({ scope, wanted }: Scopes, { consultation }: CommentsSearchQuery, filtered: boolean): boolean {
  return (consultation !== undefined && scope === null) || (filtered && wanted.length === 0);
}

/** The question, in the consultations to which filters lead where they lead to several. */
function amongOf(
  question: string,
  { wanted }: Scopes,
  { consultation }: CommentsSearchQuery,
): Pick<Asked, 'among' | 'cut'> {
  if (wanted.length === 0 || consultation !== undefined) return { among: question, cut: false };
  const marks = wanted.slice(0, MOST_CONSULTATIONS).map((scope) => `'${scopeMark(scope)}'`);
  return { among: `(${question}) & (${marks.join(' | ')})`, cut: wanted.length > MOST_CONSULTATIONS };
}

function orderOf({ consultation }: CommentsSearchQuery): Order {
  return consultation === undefined ? 'place' : 'number';
}

/** The values of the statements, up to how many are wanted. */
function valuesOf({ query, scopes, among }: Asked, below: number | undefined, count: number): unknown[] {
  const { place, scope, indexed } = scopes;
  const [within, top] = query.consultation === undefined ? [EVERYWHERE, place] : [scope ?? EVERYWHERE, indexed ?? 0];
  const before = Math.min(below ?? Infinity, top + 1);
  const windows = windowsBelow(within, before);
  const days = [query.from ?? null, query.to ?? null];
  return [among, ...windows.map(({ marks }) => marks), ...windows.map(({ from }) => from), before, ...days, count];
}

function pageOfFound(
  rows: readonly FoundRow[],
  { query: { limit }, question: { wanted } }: Asked,
  keys: (row: FoundRow) => number[],
): Pick<CommentsFoundResponse, 'items' | 'next'> {
  const found = rows.filter(({ id }) => id !== null);
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => foundResponse(row, wanted)),
    next: found.length > limit && last ? cursorOf(keys(last)) : null,
  };
}

function foundResponse(row: FoundRow, wanted: readonly string[]): CommentFoundResponse {
  const { id, consultationId, consultationTitle, number, state, acceptedAt, language, text, words } = row;
  const snippet = { language, pieces: snippetOf(text, placesIn(words, wanted)) };
  return { id: id ?? '', consultationId, consultationTitle, number, state, acceptedAt, snippet };
}
