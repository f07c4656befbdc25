import { readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { LANGUAGES, type Language, type Params } from '../kernel/index.js';

type Tree = { readonly [key: string]: string | Tree };

/** All sentences a person reads, flattened to dotted keys, for each language. */
export const SENTENCES: Readonly<Record<Language, ReadonlyMap<string, string>>> = {
  kk: load('kk'),
  ru: load('ru'),
  en: load('en'),
};

/** What the parser calls a part that is a text (`TYPE.literal`). */
const LITERAL = 0;

/** A sentence ready to be filled in; one that takes no values is a text already. */
type Ready = IntlMessageFormat | string;

const ready: Readonly<Record<Language, Map<string, Ready>>> = { kk: new Map(), ru: new Map(), en: new Map() };

/** True when the key has a sentence (keys are equal in all languages; a test holds that). */
export function hasSentence(key: string): boolean {
  return SENTENCES.kk.has(key);
}

/** The sentence for a dotted key with its values (ICU message syntax). Throws for an unknown key: a fault of ours. */
export function translate(language: Language, key: string, params: Params = {}): string {
  const known = ready[language].get(key) ?? readied(language, key);
  return typeof known === 'string' ? known : String(known.format(params));
}

function readied(language: Language, key: string): Ready {
  const sentence = SENTENCES[language].get(key);
  if (sentence === undefined) throw new Error(`No sentence for ${language}:${key}.`);
  const format = new IntlMessageFormat(sentence, language, undefined, { ignoreTag: true });
  const takesNothing = format.getAst().every(({ type }) => (type as number) === LITERAL);
  const made = takesNothing ? String(format.format()) : format;
  ready[language].set(key, made);
  return made;
}

/** The best of our languages for an Accept-Language header (RFC 9110, 12.5.4); Kazakh when none is asked for. */
export function preferredLanguage(header: string | undefined): Language {
  const wishes = (header ?? '').slice(0, LONGEST_HEADER).toLowerCase().split(',').map(wishIn);
  let best: Wish = { language: 'kk', weight: 0 };
  for (const wish of wishes) if (wish && wish.weight > best.weight) best = wish;
  return best.language;
}

interface Wish {
  readonly language: Language;
  readonly weight: number;
}

const LONGEST_HEADER = 500;

function wishIn(part: string): Wish | undefined {
  const [tag = '', ...options] = part.trim().split(';');
  const language = LANGUAGES.find((one) => one === tag.split('-')[0]);
  const quality = /(?:^|;)\s*q=([\d.]+)\s*$/.exec(options.join(';'))?.[1];
  return language && { language, weight: quality === undefined ? 1 : Number(quality) };
}

function load(language: Language): ReadonlyMap<string, string> {
  const tree = JSON.parse(readFileSync(new URL(`./${language}.json`, import.meta.url), 'utf8')) as Tree;
  return new Map(flatten(tree, ''));
}

function flatten(tree: Tree, prefix: string): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  );
}
