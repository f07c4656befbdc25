import type { JSX } from 'preact';
import {
  isSameContext,
  placesOf,
  QUOTE_CHARACTERS,
  type CommentRequest,
  type ProvisionWords,
  type QuotePlace,
} from '../../comments/index.js';
import type { FormBody } from '../../platform/http/index.js';
import { invalidAt, Problem } from '../../platform/kernel/index.js';
import { Radios, Textarea } from '../components/index.js';
import { LANGUAGE_NAMES, type FilledForm, type PageContext } from '../frame/index.js';
import { AmongWords } from './quoted.js';

/** Which of several places is meant, and the words whose places were offered. */
const PLACE = 'quotePlace';
const PLACES_OF = 'quotePlaceOf';

/** Fields by which a form pins a quote: some are no fields of a request, all are left out of what is kept for later. */
export const PLACE_FIELDS = [PLACE, PLACES_OF];
export const CONTEXT_FIELDS = ['quoteBefore', 'quoteAfter'];

/** Most places to choose from: more are no help. */
const MOST_PLACES = 12;

/** The field for the words that are meant, and their places where there are several. */
export function QuoteField({ ctx, filled, provision }: QuoteFieldProps): JSX.Element {
  const quote = filled.value('quote') ?? '';
  const places = quote.trim() === '' ? [] : placesOf(quote, provision);
  const isOffered = places.length > 1 && places.length <= MOST_PLACES;
  return (
    <>
      <Textarea
        {...filled.field('quote')}
        label={ctx.t('portal.comment.quote')}
        labelClass="govuk-label--s"
        hint={ctx.t('portal.comment.quoteHint', { max: QUOTE_CHARACTERS })}
        rows={2}
      />
      {isOffered && <Places ctx={ctx} filled={filled} quote={quote} places={places} />}
    </>
  );
}

interface QuoteFieldProps {
  readonly ctx: PageContext;
  readonly filled: FilledForm;
  readonly provision: ProvisionWords;
}

/** Where the words stand, each place with what is around it. */
function Places({ ctx, filled, quote, places }: PlacesProps): JSX.Element {
  const { idPrefix, name, value, error } = filled.choice(PLACE);
  const isOfThis = filled.value(PLACES_OF) === quote;
  return (
    <>
      <input type="hidden" name={PLACES_OF} value={quote} />
      <Radios
        idPrefix={idPrefix}
        name={name}
        value={isOfThis ? value : chosenBefore(filled, places)}
        error={error}
        fieldset={{ legend: ctx.t('portal.comment.quotePlace'), legendClass: 'govuk-fieldset__legend--s' }}
        items={places.map((place, at) => ({
          value: String(at + 1),
          text: (
            <span class="kenes-as-written" lang={place.language === ctx.lang ? undefined : place.language}>
              <AmongWords ctx={ctx} words={place.words} context={place.context} />
            </span>
          ),
          hint: ctx.t(`portal.comment.quoteIn.${place.part}`, { lang: LANGUAGE_NAMES[place.language] }),
        }))}
      />
    </>
  );
}

interface PlacesProps extends Pick<QuoteFieldProps, 'ctx' | 'filled'> {
  readonly quote: string;
  readonly places: readonly QuotePlace[];
}

/** The place that was chosen, when the form comes back from the page where all is checked. */
function chosenBefore(filled: FilledForm, places: readonly QuotePlace[]): string | undefined {
  const [before = null, after = null] = CONTEXT_FIELDS.map((name) => filled.value(name) || null);
  const at = places.findIndex(({ context }) => isSameContext(context, { before, after }));
  return at === -1 || (before === null && after === null) ? undefined : String(at + 1);
}

/**
 * The request with what is around the quote at the place that is meant: the only one, or the one that was chosen. Throws
 * `invalid` where the words are not in the provision, or at several places of which none was chosen.
 */
export function pinned(wanted: CommentRequest, provision: ProvisionWords | undefined, body: FormBody): CommentRequest {
  const { quote } = wanted;
  if (quote === undefined || !provision) return wanted;
  const places = placesOf(quote, provision);
  if (places.length === 0) throw invalidAt('/quote', 'quote-not-found');
  if (places.length > MOST_PLACES) throw invalidAt('/quote', 'quote-everywhere', { count: places.length });
  const { before, after } = chosenOf(places, quote, body).context;
  return Object.assign(wanted, { quoteBefore: before ?? undefined, quoteAfter: after ?? undefined });
}

/** What was chosen counts for the words whose places were offered: those typed since stand elsewhere. */
function chosenOf(places: readonly QuotePlace[], quote: string, body: FormBody): QuotePlace {
  const [only] = places.length === 1 ? places : [];
  const chosen = body.get(PLACES_OF) === quote ? places[Number(body.get(PLACE)) - 1] : undefined;
  const place = only ?? chosen;
  if (!place) throw invalidAt(`/${PLACE}`, 'quote-place-needed', { count: places.length });
  return place;
}

/** The words that are meant, at their place, for the page where all is checked. */
export function quoteRow(ctx: PageContext, { quote, quoteBefore, quoteAfter }: CommentRequest) {
  if (quote === undefined) return false;
  const context = { before: quoteBefore ?? null, after: quoteAfter ?? null };
  const value = <AmongWords ctx={ctx} words={quote} context={context} />;
  return { key: ctx.t('portal.comment.quoteShown'), value, valueClass: 'kenes-as-written' };
}

/** The same, to be sent from there. */
export function hiddenQuoteOf({
  quote = '',
  quoteBefore = '',
  quoteAfter = '',
}: Pick<CommentRequest, 'quote' | 'quoteBefore' | 'quoteAfter'>): Record<string, string> {
  return { quote, quoteBefore, quoteAfter };
}

/** The text was changed while the comment was being checked: what is wrong stands at the field that the form has. */
export function atQuote(error: unknown): unknown {
  const errors = error instanceof Problem ? error.parts.errors : undefined;
  const isContext = errors?.some(({ pointer }) => CONTEXT_FIELDS.includes(pointer.slice(1))) === true;
  return isContext ? invalidAt('/quote', 'quote-not-found') : error;
}
