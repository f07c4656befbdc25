import type { JSX } from 'preact';
import type { LocalizedText } from '../../platform/kernel/index.js';
import { Input, Textarea } from '../components/index.js';
import type { FilledForm, FirstValues } from '../frame/index.js';
import type { Compared } from './refusal.js';

interface BilingualProps {
  readonly filled: FilledForm;
  /** Of the field: `<name>.kk` and `<name>.ru` are sent. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** Lines of the fields; one line is an input. */
  readonly rows?: number;
}

/** The two languages in which everything published is written. */
const LANGUAGES = ['kk', 'ru'] as const;

/** A text in Kazakh and in Russian; in English too where it has been written in it. */
export function Bilingual({ filled, name, label, hint, rows = 1 }: BilingualProps): JSX.Element {
  const { ctx } = filled;
  const hasEnglish = filled.value(`${name}.en`) !== undefined;
  return (
    <>
      {[...LANGUAGES, ...(hasEnglish ? (['en'] as const) : [])].map((language, at) => {
        const field = filled.field(`${name}.${language}`);
        const text = ctx.t('portal.desk.inLanguage', { label, language });
        const attributes = { lang: language };
        return rows === 1 ? (
          <Input {...field} label={text} hint={at === 0 ? hint : undefined} attributes={attributes} />
        ) : (
          <Textarea {...field} label={text} hint={at === 0 ? hint : undefined} rows={rows} attributes={attributes} />
        );
      })}
    </>
  );
}

/** A localized text as first values of its fields. */
export function bilingualValues(name: string, text: LocalizedText | null): FirstValues {
  return { [`${name}.kk`]: text?.kk, [`${name}.ru`]: text?.ru, [`${name}.en`]: text?.en };
}

/** A localized text as it is stored and as it was entered. */
export function bilingualCompared(
  filled: FilledForm,
  name: string,
  label: string,
  stored: LocalizedText | null,
): Compared[] {
  return LANGUAGES.map((language) => ({
    field: filled.ctx.t('portal.desk.inLanguage', { label, language }),
    stored: stored?.[language] ?? '–',
    yours: filled.value(`${name}.${language}`) ?? '–',
  }));
}

/** A field of one time of day. */
export function TimeField({ filled, name, label, hint }: TimeProps): JSX.Element {
  return <Input {...filled.field(name)} type="time" class="govuk-input--width-5" label={label} hint={hint} />;
}

interface TimeProps {
  readonly filled: FilledForm;
  readonly name: string;
  readonly label: string;
  readonly hint: string;
}
