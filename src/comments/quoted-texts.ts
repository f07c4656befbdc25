import { LANGUAGES, type Language, type LocalizedText } from '../platform/kernel/index.js';
import {
  bestOf,
  contextAt,
  occurrencesOf,
  type Occurrence,
  type QuoteContext,
  type QuotePosition,
} from './quote-place.js';

/** Longest context on either side of a quote, in code points. */
export const QUOTE_CONTEXT_CHARACTERS = 64;

/** The words of a provision. */
export interface ProvisionWords {
  readonly heading: LocalizedText | null;
  readonly text: LocalizedText;
}

/** A quote with the words around it. */
export interface Quote {
  readonly quote: string;
  readonly context: QuoteContext | null;
}

/** One place of quoted words in a provision: in the heading or the text, of one language. */
export interface QuotePlace extends QuotePosition {
  readonly language: Language;
  readonly part: 'heading' | 'text';
  /** The words as they stand there. */
  readonly words: string;
  readonly context: QuoteContext;
}

/** Where quoted words stand now; `unsure` where at several places, or only among other words; `gone` where nowhere. */
export type QuoteStanding = ({ readonly kind: 'stands' } & QuotePlace) | { readonly kind: 'unsure' | 'gone' };

interface Part extends Pick<QuotePlace, 'language' | 'part'> {
  readonly all: string;
}

/** All texts of a provision: its headings and its texts in the languages that there are. */
export function partsOf({ heading, text }: ProvisionWords): Part[] {
  const parts = [['heading', heading] as const, ['text', text] as const];
  return LANGUAGES.flatMap((language) =>
    parts.flatMap(([part, texts]) => {
      const all = texts?.[language];
      return all === undefined || all === '' ? [] : [{ language, part, all }];
    }),
  );
}

/** Every place of quoted words in a provision. */
export function placesOf(quote: string, provision: ProvisionWords): QuotePlace[] {
  return occurrencesIn({ quote, context: null }, provision).map(placeOf);
}

/** Where a quote stands in the words of a provision; undefined words: the provision is gone. */
export function standingOf(said: Quote, provision: ProvisionWords | undefined): QuoteStanding {
  const occurrences = provision ? occurrencesIn(said, provision) : [];
  const best = bestOf(occurrences, said.quote, said.context);
  if (!best) return { kind: 'gone' };
  return best.isSure ? { kind: 'stands', ...placeOf(best) } : { kind: 'unsure' };
}

/** Whether two contexts say the same. */
export function isSameContext(one: QuoteContext | null, other: QuoteContext | null): boolean {
  const said = (context: QuoteContext | null): string => [context?.before, context?.after].join('\0');
  return said(one) === said(other);
}

type Located = Occurrence & Part;

function occurrencesIn({ quote, context }: Quote, provision: ProvisionWords): Located[] {
  return partsOf(provision).flatMap((part) =>
    occurrencesOf(quote, context, part.all).map((occurrence) => ({ ...occurrence, ...part })),
  );
}

function placeOf({ language, part, all, start, end }: Located): QuotePlace {
  const context = contextAt(all, { start, end }, QUOTE_CONTEXT_CHARACTERS);
  return { language, part, start, end, words: all.slice(start, end), context };
}
