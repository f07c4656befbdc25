import { Injectable } from '@nestjs/common';
import { Statements } from '../platform/database/index.js';
import { dictionaryFor, type Stems } from './lexemes.js';

const STEMS = `
  select word, (ts_lexize('pg_catalog.russian_stem', word))[1] as stem from unnest($1::text[]) word
  union all
  select word, (ts_lexize('pg_catalog.english_stem', word))[1] from unnest($2::text[]) word`;

/** Stems of Russian and English words by the dictionaries that every PostgreSQL has. */
@Injectable()
export class StemsQueries {
  constructor(private readonly statements: Statements) {}

  /** Of plain words, in one statement. */
  async of(plainWords: Iterable<string>): Promise<Stems> {
    const words = [...new Set(plainWords)];
    const rows = await this.statements.rows<{ word: string; stem: string | null }>('search-stems', STEMS, [
      words.filter((word) => dictionaryFor(word) === 'russian_stem'),
      words.filter((word) => dictionaryFor(word) === 'english_stem'),
    ]);
    return new Map(rows.map(({ word, stem }) => [word, stem ?? undefined]));
  }
}
