import type { JSX } from 'preact';
import { inLanguage, type Language, type LocalizedText } from '../../platform/kernel/index.js';
import type { PageContext } from './page-context.js';

/** What a localized text takes. */
export interface LocalizedProps {
  readonly ctx: PageContext;
  readonly text: LocalizedText;
  /** The note that the text is in another language; without it only `lang` says so, as inside a link. */
  readonly note?: boolean | undefined;
}

/** A text in the reader's language, else in the one it exists in, marked as such. */
export function Localized({ ctx, text, note = false }: LocalizedProps): JSX.Element {
  const { text: words, lang } = inLanguage(text, ctx.lang);
  if (lang === ctx.lang) return <>{words}</>;
  return (
    <>
      <span lang={lang}>{words}</span>
      {note && <span class="kenes-other-language">{ctx.t('portal.frame.onlyIn', { lang })}</span>}
    </>
  );
}

interface ParagraphProps extends Omit<LocalizedProps, 'note'> {
  /** The words as they are to be seen, where that is more than the words. */
  readonly shown?: ((words: string, lang: Language) => JSX.Element) | undefined;
}

/** Paragraphs of a localized text, line breaks as written. */
export function LocalizedParagraph({ ctx, text, shown }: ParagraphProps): JSX.Element {
  const { text: words, lang } = inLanguage(text, ctx.lang);
  const isOther = lang !== ctx.lang;
  return (
    <>
      {isOther && <p class="govuk-hint">{ctx.t('portal.frame.onlyIn', { lang })}</p>}
      <p class="govuk-body kenes-as-written" lang={isOther ? lang : undefined}>
        {shown ? shown(words, lang) : words}
      </p>
    </>
  );
}
