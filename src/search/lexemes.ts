import { isCommonInKazakh, kazakhStem } from './kazakh-stem.js';
import type { Question, Sought } from './query-words.js';

/** What the server's dictionaries say of a plain word; none of a common one. */
export type Stems = ReadonlyMap<string, string | undefined>;

const CYRILLIC = /\p{Script=Cyrillic}/u;
const LATIN = /^[a-z]+$/;

/** Marks stems of Kazakh texts, which no word of a Russian one should meet by chance. */
const IN_KAZAKH = '~';

/** The dictionary of the server that reduces a plain word; none for digits and other scripts. */
export function dictionaryFor(plain: string): 'russian_stem' | 'english_stem' | undefined {
  if (CYRILLIC.test(plain)) return 'russian_stem';
  return LATIN.test(plain) ? 'english_stem' : undefined;
}

/** By what a word of a text in this language is found; undefined for a common word. */
export function lexemeOf(plain: string, language: string, stems: Stems): string | undefined {
  if (language === 'kk' && CYRILLIC.test(plain)) {
    return isCommonInKazakh(plain) ? undefined : IN_KAZAKH + kazakhStem(plain);
  }
  return stems.has(plain) ? stems.get(plain) : plain;
}

/** A question as PostgreSQL reads it, and the lexemes that make a text an answer. */
export interface LexemeQuestion {
  readonly query: string;
  readonly wanted: readonly string[];
}

/** Undefined where an alternative has nothing that a text must have. */
export function lexemeQuestion(question: Question, stems: Stems): LexemeQuestion | undefined {
  const wanted = new Set<string>();
  const alternatives = question.map((all) => {
    const parts = all.map((sought) => partOf(sought, stems, wanted)).filter((part) => part !== undefined);
    return parts.some(({ without }) => !without) ? parts.map(({ query }) => query).join(' & ') : undefined;
  });
  if (alternatives.length === 0 || alternatives.includes(undefined)) return undefined;
  return { query: alternatives.map((one) => `(${one ?? ''})`).join(' | '), wanted: [...wanted] };
}

interface Part {
  readonly query: string;
  readonly without: boolean;
}

/** A word or phrase in a Kazakh text or in another; undefined where all its words are common. */
function partOf({ words, without }: Sought, stems: Stems, wanted: Set<string>): Part | undefined {
  const isCommon = (plain: string): boolean => lexemeOf(plain, 'ru', stems) === undefined || isCommonInKazakh(plain);
  const ways = ['ru', 'kk'].map((language) => {
    const lexemes = words.map((plain) => (isCommon(plain) ? undefined : lexemeOf(plain, language, stems)));
    if (!without) for (const lexeme of lexemes) if (lexeme !== undefined) wanted.add(lexeme);
    return phraseOf(lexemes);
  });
  const query = [...new Set(ways)].filter((way) => way !== '').join(' | ');
  if (query === '') return undefined;
  return { query: without ? `!(${query})` : `(${query})`, without };
}

/** Lexemes one after the other; what is common between two of them keeps its place. */
function phraseOf(lexemes: readonly (string | undefined)[]): string {
  let text = '';
  let distance = 0;
  for (const lexeme of lexemes) {
    distance += 1;
    if (lexeme === undefined) continue;
    text += text === '' ? quoted(lexeme) : ` <${distance}> ${quoted(lexeme)}`;
    distance = 0;
  }
  return text;
}

/** Most places of a word that are kept, and the last one that PostgreSQL can keep. */
const MOST_PLACES = 50;
const LAST_PLACE = 16_383;

/** A text as PostgreSQL's `tsvector`, lexeme by lexeme with its places. */
export class LexemeVector {
  readonly #places = new Map<string, string[]>();
  #at = 0;

  /** Adds words; `weight` says how much they count: A for a title, D for what is long. */
  add(words: Iterable<{ readonly plain: string }>, language: string, stems: Stems, weight = ''): void {
    for (const { plain } of words) {
      this.#at += 1;
      const lexeme = lexemeOf(plain, language, stems);
      if (lexeme !== undefined) this.#put(lexeme, weight);
    }
  }

  #put(lexeme: string, weight: string): void {
    const places = this.#places.get(lexeme) ?? [];
    if (places.length === 0) this.#places.set(lexeme, places);
    if (places.length < MOST_PLACES) places.push(`${Math.min(this.#at, LAST_PLACE)}${weight}`);
  }

  /** `marks` are found like words and have no place. */
  text(marks: readonly string[] = []): string {
    const words = [...this.#places].map(([lexeme, places]) => `${quoted(lexeme)}:${places.join(',')}`);
    return [...words, ...marks.map(quoted)].join(' ');
  }
}

/** Where words with these lexemes stand in a text, read from its vector as PostgreSQL writes it. */
export function placesIn(vector: string, wanted: readonly string[]): number[] {
  return wanted.flatMap((lexeme) => {
    const head = `${quoted(lexeme)}:`;
    const at = vector.indexOf(head);
    if (at < 0) return [];
    const end = vector.indexOf(' ', at + head.length);
    return vector
      .slice(at + head.length, end < 0 ? undefined : end)
      .split(',')
      .map((place) => parseInt(place, 10));
  });
}

/** Lexemes hold letters, digits and our own signs, neither a quote nor a backslash. */
function quoted(lexeme: string): string {
  return `'${lexeme}'`;
}
