import { Injectable } from '@nestjs/common';
import { waitingSql, type Waiting } from '../comment-groups/index.js';
import { Statements } from '../platform/database/index.js';
import type { Language, LocalizedText } from '../platform/kernel/index.js';

/** A comment to be indexed. */
export interface UnindexedComment {
  readonly id: string;
  readonly number: number;
  readonly language: Language;
  readonly text: string;
}

/** A consultation's short number in the index, and the last of its comments there. */
export interface Scope {
  readonly scope: number;
  readonly indexed: number;
}

/** What of a published draft is searched, as it stands in its current version. */
export interface DraftToIndex {
  readonly version: number;
  readonly title: LocalizedText;
  /** Summary, objectives, explanatory note. */
  readonly about: readonly (LocalizedText | null)[];
  readonly provisions: readonly { id: string; heading: LocalizedText | null; text: LocalizedText }[];
}

/** A text of a draft in one language: its words, and its parts with theirs, from which snippets are cut. */
export interface IndexedDraft {
  readonly language: Language;
  readonly words: string;
  readonly parts: readonly { provisionId: string | null; text: string; words: string }[];
}

/** Nobody waits for a batch. */
const LONGEST = '10min';

type Row<T> = T & Record<string, unknown>;

/** What the index of search is made from and where it is written: a constant number of statements for a batch. */
@Injectable()
export class IndexingRepository {
  constructor(private readonly statements: Statements) {}

  /** Consultations with comments that wait, the least behind first. */
  waiting(): Promise<Waiting[]> {
    return this.statements.rows<Row<Waiting>>('search-waiting', waitingSql('search_scopes', 'indexed'));
  }

  /** Published consultations that were changed since they were indexed. */
  async changedDrafts(): Promise<string[]> {
    const rows = await this.statements.rows<{ id: string }>(
      'search-changed-drafts',
      `select c.id from consultations c where c.published_on is not null and not exists (
         select from draft_search d where d.consultation_id = c.id and d.version = c.version) order by c.id`,
    );
    return rows.map(({ id }) => id);
  }

  /** Holds a consultation's place in the index; undefined while another process is at it. */
  async lock(consultationId: string): Promise<Scope | undefined> {
    await this.statements.rows(
      'search-bounds',
      `select set_config('statement_timeout', $1, true), set_config('idle_in_transaction_session_timeout', $1, true)`,
      [LONGEST],
    );
    await this.statements.rows(
      'search-begin',
      `insert into search_scopes (consultation_id, indexed)
       select $1, 0 where not exists (select from search_scopes where consultation_id = $1) on conflict do nothing`,
      [consultationId],
    );
    return this.statements.row<Row<Scope>>(
      'search-lock',
      'select scope, indexed from search_scopes where consultation_id = $1 for update skip locked',
      [consultationId],
    );
  }

  /** The next comments. Numbers become visible in their order, so none can appear behind the last one later. */
  batch(consultationId: string, after: number, size: number): Promise<UnindexedComment[]> {
    return this.statements.rows<Row<UnindexedComment>>(
      'search-batch',
      `select id, number, language, text from comments
       where consultation_id = $1 and number > $2 order by number limit $3`,
      [consultationId, after, size],
    );
  }

  /** Places behind all comments that are indexed; the next one who asks waits for the end of this act. */
  async places(count: number): Promise<number> {
    const row = await this.statements.row<{ place: number }>(
      'search-places',
      'update search_progress set place = place + $1 returning place - $1 as place',
      [count],
    );
    return row?.place ?? 0;
  }

  /** Puts comments with their words into the index, from the place after `behind` on. */
  async put(
    consultationId: string,
    behind: number,
    comments: readonly UnindexedComment[],
    words: readonly string[],
  ): Promise<void> {
    await this.statements.rows(
      'search-put',
      `insert into comment_search (comment_id, place, number, words)
       select id, $1 + ord, number, words::tsvector
       from unnest($2::uuid[], $3::int[], $4::text[]) with ordinality c (id, number, words, ord)`,
      [behind, comments.map(({ id }) => id), comments.map(({ number }) => number), words],
    );
    await this.statements.rows('search-advance', 'update search_scopes set indexed = $2 where consultation_id = $1', [
      consultationId,
      comments.at(-1)?.number,
    ]);
  }

  /** A published draft as it stands; undefined where there is none. */
  draft(consultationId: string): Promise<DraftToIndex | undefined> {
    return this.statements.row<Row<DraftToIndex>>(
      'search-draft',
      `select c.version, c.title, json_build_array(c.summary, c.objectives, c.explanatory_note) as about,
         (select coalesce(json_agg(json_build_object('id', p.id, 'heading', t.heading, 'text', t.text)
             order by t.position), '[]')
           from provisions p join provision_texts t on t.provision_id = p.id and t.version = c.current_version
           where p.consultation_id = c.id) as provisions
       from consultations c where c.id = $1 and c.published_on is not null`,
      [consultationId],
    );
  }

  /** Puts a draft in the place of what the index had of it. */
  async putDraft(consultationId: string, version: number, drafts: readonly IndexedDraft[]): Promise<void> {
    await this.statements.rows('search-drop-draft', 'delete from draft_search where consultation_id = $1', [
      consultationId,
    ]);
    await this.statements.rows(
      'search-put-draft',
      `insert into draft_search (consultation_id, language, version, words)
       select $1, language, $2, words::tsvector from unnest($3::text[], $4::text[]) d (language, words)`,
      [consultationId, version, drafts.map(({ language }) => language), drafts.map(({ words }) => words)],
    );
    const parts = drafts.flatMap(({ language, parts: of }) => of.map((part, at) => ({ ...part, language, at })));
    await this.statements.rows(
      'search-put-parts',
      `insert into draft_search_parts (consultation_id, language, part, provision_id, text, words)
       select $1, language, part, provision_id, text, words::tsvector
       from unnest($2::text[], $3::int[], $4::uuid[], $5::text[], $6::text[])
         p (language, part, provision_id, text, words)`,
      [
        consultationId,
        parts.map(({ language }) => language),
        parts.map(({ at }) => at),
        parts.map(({ provisionId }) => provisionId),
        parts.map(({ text }) => text),
        parts.map(({ words }) => words),
      ],
    );
  }
}
