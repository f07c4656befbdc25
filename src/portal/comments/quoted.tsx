import type { JSX } from 'preact';
import type { QuoteContext, QuotePosition, QuoteStanding } from '../../comments/index.js';
import type { Language } from '../../platform/kernel/index.js';
import type { PageContext } from '../frame/index.js';
import type { Quoting } from './quote-standings.js';

/** The quoted words among those around them, and whether they still stand in the text. */
export function Quoted({ ctx, comment, standing, lang }: QuotedProps): JSX.Element | null {
  if (!comment.quote) return null;
  const { language, words, context } = standing?.kind === 'stands' ? standing : asSaid(comment, lang);
  return (
    <>
      <blockquote class="govuk-inset-text kenes-as-written" lang={language === ctx.lang ? undefined : language}>
        <AmongWords ctx={ctx} words={words} context={context} />
      </blockquote>
      <Lost ctx={ctx} comment={comment} standing={standing} />
    </>
  );
}

/** As the author said it. */
function asSaid({ quote, quoteBefore = null, quoteAfter = null }: Quoting, language: Language | undefined) {
  return { language, words: quote ?? '', context: { before: quoteBefore, after: quoteAfter } };
}

/** That the words do not stand in the text any more, where that is not said of the whole provision. */
function Lost({ ctx, comment, standing }: QuotedProps): JSX.Element | null {
  if (!standing || standing.kind === 'stands' || comment.place === 'gone') return null;
  return <p class="govuk-body-s">{ctx.t(`portal.comments.quote.${standing.kind}`)}</p>;
}

interface QuotedProps {
  readonly ctx: PageContext;
  readonly comment: Quoting & { readonly place?: string | null };
  /** Where the words stand now; undefined where nobody asked. */
  readonly standing?: QuoteStanding | undefined;
  /** The language that is supposed where the place does not tell it. */
  readonly lang?: Language | undefined;
}

/** Words with what is around them: seen paler, and said to those who only hear it. */
export function AmongWords({ ctx, words, context: { before, after } }: AmongWordsProps): JSX.Element {
  if (before === null && after === null) return <>{words}</>;
  return (
    <>
      {before !== null && <span class="kenes-quote__around">…{before}</span>}
      <mark class="kenes-quote">
        <Aside ctx={ctx} what="meant" />
        {words}
        <Aside ctx={ctx} what="end" />
      </mark>
      {after !== null && <span class="kenes-quote__around">{after}…</span>}
    </>
  );
}

interface AmongWordsProps {
  readonly ctx: PageContext;
  readonly words: string;
  readonly context: QuoteContext;
}

/** A text in which the places that comments quote are marked. */
export function MarkedWords({ ctx, text, places }: MarkedWordsProps): JSX.Element {
  return (
    <>
      {runsOf(text, places).map(({ words, isMarked }) =>
        isMarked ? (
          <mark class="kenes-quote">
            <Aside ctx={ctx} what="quoted" />
            {words}
            <Aside ctx={ctx} what="end" />
          </mark>
        ) : (
          words
        ),
      )}
    </>
  );
}

interface MarkedWordsProps {
  readonly ctx: PageContext;
  readonly text: string;
  readonly places: readonly QuotePosition[];
}

/** Said to those who do not see a colour. */
function Aside({ ctx, what }: { readonly ctx: PageContext; readonly what: string }): JSX.Element {
  return (
    <span class="govuk-visually-hidden" lang={ctx.lang}>
      {' '}
      [{ctx.t(`portal.comments.quote.${what}`)}]{' '}
    </span>
  );
}

/** The text in pieces, marked and not; places that touch or overlap are one. */
export function runsOf(text: string, places: readonly QuotePosition[]): { words: string; isMarked: boolean }[] {
  const runs: { words: string; isMarked: boolean }[] = [];
  let at = 0;
  for (const { start, end } of joined(places)) {
    if (start > at) runs.push({ words: text.slice(at, start), isMarked: false });
    runs.push({ words: text.slice(start, end), isMarked: true });
    at = end;
  }
  if (at < text.length) runs.push({ words: text.slice(at), isMarked: false });
  return runs;
}

function joined(places: readonly QuotePosition[]): QuotePosition[] {
  const whole: { start: number; end: number }[] = [];
  for (const { start, end } of places.toSorted((one, other) => one.start - other.start)) {
    const last = whole.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else whole.push({ start, end });
  }
  return whole;
}
