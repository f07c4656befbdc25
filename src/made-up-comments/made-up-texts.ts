import { readFileSync } from 'node:fs';
import { hash } from 'node:crypto';
import { TEXT_CHARACTERS } from '../comments/index.js';
import { LANGUAGES, type Language } from '../platform/kernel/index.js';

/** How a text came about: written anew, a copy of an earlier one, or one in which something was changed. */
export type Origin = 'new' | 'copy' | 'edited';

/** A comment as somebody could have written it. */
export interface MadeUpText {
  readonly text: string;
  readonly language: Language;
  readonly origin: Origin;
}

interface Phrases {
  readonly places: readonly string[];
  readonly openings: readonly string[];
  readonly reasons: readonly string[];
  readonly demands: readonly string[];
  readonly endings: readonly string[];
  readonly short: readonly string[];
}

const PHRASES = JSON.parse(readFileSync(new URL('./phrases.json', import.meta.url), 'utf8')) as Record<
  Language,
  Phrases
>;

/** Shares in hundredths. */
const COPIES = 15;
const EDITED = 10;
const SHORT = 3;
const LANGUAGE_SHARES: Readonly<Record<Language, number>> = { kk: 55, ru: 40, en: 5 };

/** Texts that are copied: most people copy what goes round, some what they have just read. */
const GOING_ROUND = 60;
const JUST_READ = 2_000;
/** Shorter texts are not edited: a changed letter would make them another text. */
const WORTH_EDITING = 90;

/** The middle of the lengths, and how far they spread (of their natural logarithm). */
const USUAL_LENGTH = 260;
const SPREAD = 0.85;

/** Texts of a made-up discussion: the same every time for the same seed. The second is one of the greatest length. */
export function* madeUpTexts(seed: number, count: number): Generator<MadeUpText> {
  const draw = drawn(seed);
  const seen = new Set<string>();
  const earlier: MadeUpText[] = [];
  for (let at = 0; at < count; at += 1) {
    const made = at < 2 ? limitOf(at, draw) : next(draw, earlier, seen);
    if (made.origin === 'new' && at >= 2) keep(earlier, made, draw);
    seen.add(hash('sha1', made.text));
    yield made;
  }
}

/** A random number from 0 (inclusive) to 1, from a sequence that a seed fixes (mulberry32). */
export function drawn(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Draw = () => number;

function below(draw: Draw, limit: number): number {
  return Math.floor(draw() * limit);
}

function one<T>(draw: Draw, of: readonly T[]): T {
  return of[below(draw, of.length)] as T;
}

/** The shortest and the longest text that is taken. */
function limitOf(at: number, draw: Draw): MadeUpText {
  if (at === 0) return { text: '+', language: 'kk', origin: 'new' };
  let text = '';
  while (text.length < TEXT_CHARACTERS) text += `${text && ' '}${sentence(draw, 'ru', 'reasons')}`;
  return { text: text.slice(0, TEXT_CHARACTERS - 1) + '.', language: 'ru', origin: 'new' };
}

function next(draw: Draw, earlier: readonly MadeUpText[], seen: ReadonlySet<string>): MadeUpText {
  const kind = below(draw, 100);
  if (earlier.length > 0 && kind < COPIES) return { ...chosen(draw, earlier), origin: 'copy' };
  if (earlier.length > 0 && kind < COPIES + EDITED) {
    const from = chosen(draw, earlier);
    if (from.text.length >= WORTH_EDITING) return unseen(seen, (at) => edited(draw, from, at));
  }
  return unseen(seen, (at) => written(draw, at));
}

/** What was not written before: only copies are copies. */
function unseen(seen: ReadonlySet<string>, make: (at: number) => MadeUpText): MadeUpText {
  for (let at = 0; ; at += 1) {
    const made = make(at);
    if (!seen.has(hash('sha1', made.text))) return made;
  }
}

function chosen(draw: Draw, earlier: readonly MadeUpText[]): MadeUpText {
  const round = Math.min(GOING_ROUND, earlier.length);
  if (draw() >= 0.7) return earlier[below(draw, earlier.length)] as MadeUpText;
  return earlier[Math.floor(round * draw() ** 3)] as MadeUpText;
}

/** The first go round for good; of the later ones the newest are kept. */
function keep(earlier: MadeUpText[], made: MadeUpText, draw: Draw): void {
  if (earlier.length < JUST_READ) earlier.push(made);
  else earlier[GOING_ROUND + below(draw, JUST_READ - GOING_ROUND)] = made;
}

function written(draw: Draw, tries: number): MadeUpText {
  const language = languageOf(draw);
  if (tries === 0 && below(draw, 100) < SHORT) {
    return { text: `${one(draw, PHRASES[language].short)} ${1 + below(draw, 99_999)}`, language, origin: 'new' };
  }
  return { text: letterOf(draw, language).slice(0, TEXT_CHARACTERS), language, origin: 'new' };
}

/** Who writes, why, what is wanted: until it is long enough. */
function letterOf(draw: Draw, language: Language): string {
  const length = lengthOf(draw);
  const parts = [sentence(draw, language, 'openings')];
  for (let size = 0; size < length; size += parts.at(-1)?.length ?? 0) {
    parts.push(sentence(draw, language, draw() < 0.65 ? 'reasons' : 'demands'));
  }
  if (draw() < 0.5) parts.push(sentence(draw, language, 'endings'));
  return parts.join(draw() < 0.1 ? '\n' : ' ');
}

/** A letter less, a letter twice, a sign at the end, another spelling: what happens when people pass a text on. */
function edited(draw: Draw, { text, language }: MadeUpText, tries: number): MadeUpText {
  const at = 1 + below(draw, text.length - 2);
  const ways = [
    () => text.slice(0, at) + text.slice(at + 1),
    () => text.slice(0, at) + text.charAt(at) + text.slice(at),
    () => `${text}${'!'.repeat(1 + below(draw, 3))}`,
    () => text.toUpperCase(),
    () => text.replace(/і/g, 'i'),
    () => `${one(draw, PHRASES[language].short)}. ${text}`,
  ];
  // At the front, where no text is too long for it: the end of one of the greatest length would be cut off again.
  const made = tries > 5 ? `${1 + below(draw, 9_999)}. ${text}` : one(draw, ways)();
  return { text: made.slice(0, TEXT_CHARACTERS), language, origin: 'edited' };
}

function sentence(draw: Draw, language: Language, of: Exclude<keyof Phrases, 'short' | 'places'>): string {
  const phrases = PHRASES[language];
  const text = one(draw, phrases[of])
    .replaceAll('{place}', () => `${one(draw, phrases.places)} (№ ${1 + below(draw, 240)})`)
    .replaceAll('{year}', () => String(2012 + below(draw, 13)))
    .replaceAll('{n}', () => String(2 + below(draw, 28)));
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function languageOf(draw: Draw): Language {
  let left = below(draw, 100);
  return LANGUAGES.find((language) => (left -= LANGUAGE_SHARES[language]) < 0) ?? 'kk';
}

/** Most texts are short, a few are very long: logarithms of lengths are spread like a bell. */
function lengthOf(draw: Draw): number {
  const bell = Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
  return Math.min(TEXT_CHARACTERS, Math.round(USUAL_LENGTH * Math.exp(SPREAD * bell)));
}
