/** The words around a quote, which tell one of several places that say the same from the others. */
export interface QuoteContext {
  /** What stands before it; null where nothing was said of that. */
  readonly before: string | null;
  /** What stands after it. */
  readonly after: string | null;
}

/** Where quoted words stand in a text: from `start` to before `end`, in UTF-16 units. */
export interface QuotePosition {
  readonly start: number;
  readonly end: number;
}

/** A position, and how many units of what is around it are as the context says. */
export interface Occurrence extends QuotePosition {
  readonly before: number;
  readonly after: number;
}

/** The position that was meant; not `isSure` where the words stand in the text, but it does not tell at which place. */
export interface Found extends QuotePosition {
  readonly isSure: boolean;
}

/** A text in which every run of blanks is one, as a copied line break becomes one; `places` leads back to the text. */
interface Squeezed {
  readonly words: string;
  readonly places: readonly number[];
}

/** What is looked for, blanks squeezed; blanks at the ends of the quote count as its surroundings. */
interface Sought {
  readonly quote: string;
  readonly before: string;
  readonly after: string;
}

/** Of the context, at least this part must have stayed. */
const ENOUGH = 0.25;
const BLANK = /\s/;
const BLANKS = /\s+/g;

/** Every place of the quoted words in a text, in their order; places may overlap. */
export function occurrencesOf(quote: string, context: QuoteContext | null, text: string): Occurrence[] {
  const sought = soughtOf(quote, context);
  if (sought.quote === '') return [];
  const { words, places } = squeeze(text);
  const found: Occurrence[] = [];
  for (let at = words.indexOf(sought.quote); at !== -1; at = words.indexOf(sought.quote, at + 1)) {
    const last = at + sought.quote.length;
    found.push({
      start: places[at] ?? 0,
      end: (places[last - 1] ?? 0) + 1,
      before: commonEnd(words.slice(0, at), sought.before),
      after: commonBeginning(words.slice(last, last + sought.after.length), sought.after),
    });
  }
  return found;
}

/** What is wrong with a quote and its context: which of the three does not stand in any of the texts. */
export function misquoted(
  quote: string,
  context: QuoteContext | null,
  texts: readonly string[],
): 'quote' | 'before' | 'after' | undefined {
  const found = texts.flatMap((text) => occurrencesOf(quote, context, text));
  const { before, after } = soughtOf(quote, context);
  const isBefore = (one: Occurrence): boolean => one.before === before.length;
  const isAfter = (one: Occurrence): boolean => one.after === after.length;
  if (found.length === 0) return 'quote';
  if (found.some((one) => isBefore(one) && isAfter(one))) return undefined;
  return found.some(isBefore) && !found.some(isAfter) ? 'after' : 'before';
}

/** The place of a quote in a text by the best match of its context; undefined where the words do not stand in it. */
export function whereIs(quote: string, context: QuoteContext | null, text: string): Found | undefined {
  return bestOf(occurrencesOf(quote, context, text), quote, context);
}

/** The same among occurrences, whichever texts they are in. */
export function bestOf<T extends Occurrence>(
  occurrences: readonly T[],
  quote: string,
  context: QuoteContext | null,
): (T & Found) | undefined {
  const scoreOf = (one: T): number => one.before + one.after;
  const most = Math.max(...occurrences.map(scoreOf));
  const [best, second] = occurrences.filter((one) => scoreOf(one) === most);
  if (!best) return undefined;
  const { before, after } = soughtOf(quote, context);
  return { ...best, isSure: !second && most >= (before.length + after.length) * ENOUGH };
}

/** What is around a position, at most so many code points on either side, blanks squeezed; null where nothing is. */
export function contextAt(text: string, { start, end }: QuotePosition, most: number): QuoteContext {
  const before = Array.from(text.slice(0, start).replaceAll(BLANKS, ' ')).slice(-most).join('');
  const after = Array.from(text.slice(end).replaceAll(BLANKS, ' ')).slice(0, most).join('');
  return { before: before.trim() === '' ? null : before, after: after.trim() === '' ? null : after };
}

function soughtOf(quote: string, context: QuoteContext | null): Sought {
  const squeezed = quote.replaceAll(BLANKS, ' ');
  const leading = squeezed.startsWith(' ') ? ' ' : '';
  const trailing = squeezed.endsWith(' ') ? ' ' : '';
  const { before, after } = context ?? {};
  return {
    quote: squeezed.trim(),
    before: before ? `${before}${leading}`.replaceAll(BLANKS, ' ').trimStart() : '',
    after: after ? `${trailing}${after}`.replaceAll(BLANKS, ' ').trimEnd() : '',
  };
}

function squeeze(text: string): Squeezed {
  const places: number[] = [];
  let words = '';
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charAt(at);
    const isBlank = BLANK.test(unit);
    if (isBlank && words.endsWith(' ')) continue;
    words += isBlank ? ' ' : unit;
    places.push(at);
  }
  return { words, places };
}

function commonEnd(text: string, wanted: string): number {
  let length = 0;
  while (length < wanted.length && text.at(-1 - length) === wanted.at(-1 - length)) length += 1;
  return length;
}

function commonBeginning(text: string, wanted: string): number {
  let length = 0;
  while (length < wanted.length && text.charAt(length) === wanted.charAt(length)) length += 1;
  return length;
}
