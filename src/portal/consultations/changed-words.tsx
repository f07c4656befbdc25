import type { JSX } from 'preact';
import type { WordRun, WordsByLanguage } from '../../comparisons/index.js';
import { LANGUAGES, type Language } from '../../platform/kernel/index.js';
import type { PageContext } from '../frame/index.js';

/**
 * The words of a text with what was taken out and put in. In the reader's language; where only another was changed, in
 * that one, marked as such: the law is in both.
 */
export function ChangedWords({ ctx, words, isHeading = false }: ChangedWordsProps): JSX.Element | null {
  if (words === null) return null;
  return (
    <>
      {changedLanguages(ctx, words).map((lang) => (
        <>
          {lang !== ctx.lang && <p class="govuk-hint">{ctx.t('portal.comparison.onlyIn', { lang })}</p>}
          <p
            class={`govuk-body kenes-as-written kenes-words${isHeading ? ' govuk-!-font-weight-bold' : ''}`}
            lang={lang === ctx.lang ? undefined : lang}
          >
            {(words[lang] ?? []).map((run) => (
              <Run ctx={ctx} run={run} lang={lang} />
            ))}
          </p>
        </>
      ))}
    </>
  );
}

interface ChangedWordsProps {
  readonly ctx: PageContext;
  /** Null where nothing changed. */
  readonly words: WordsByLanguage | null;
  readonly isHeading?: boolean;
}

/** The reader's language where its words changed, else all in which they did. */
export function changedLanguages(ctx: PageContext, words: WordsByLanguage): readonly Language[] {
  const changed = LANGUAGES.filter((lang) => words[lang]?.some(({ kind }) => kind !== 'same'));
  return changed.includes(ctx.lang) ? [ctx.lang] : changed;
}

interface RunProps {
  readonly ctx: PageContext;
  readonly run: WordRun;
  readonly lang: Language;
}

/** Said aloud too: readers of a screen do not hear a line through a word. */
export function Run({ ctx, run: { kind, text }, lang }: RunProps): JSX.Element {
  if (kind === 'same') return <>{text}</>;
  const Mark = kind === 'added' ? 'ins' : 'del';
  return (
    <Mark>
      <span class="govuk-visually-hidden" lang={lang === ctx.lang ? undefined : ctx.lang}>
        {ctx.t(`portal.comparison.said.${kind}`)}{' '}
      </span>
      {text}
    </Mark>
  );
}
