import type { JSX } from 'preact';
import type { LocalizedText } from '../../platform/kernel/index.js';
import { Input, Textarea } from '../components/index.js';
import type { FilledForm, FirstValues } from '../frame/index.js';
import type { Compared } from './refusal.js';

interface BilingualProps {
  readonly filled: FilledForm;
  /** Of the field: `<name>.kk`, `<name>.ru` and, where it is offered, `<name>.en` are sent. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** Lines of the fields; one line is an input. */
  readonly rows?: number;
  /** Without it English is offered only where something is written in it. */
  readonly english?: 'optional' | 'required';
}

/** The two languages in which everything published is written. */
const LANGUAGES = ['kk', 'ru'] as const;

/** A text in Kazakh and in Russian, and in English where that is asked for or already written. */
export function Bilingual({ filled, name, label, hint, rows = 1, english }: BilingualProps): JSX.Element {
  const { ctx } = filled;
  const hasEnglish = english !== undefined || filled.value(`${name}.en`) !== undefined;
  return (
    <>
      {[...LANGUAGES, ...(hasEnglish ? (['en'] as const) : [])].map((language, at) => {
        const isOptional = language === 'en' && english !== 'required';
        const props = {
          ...filled.field(`${name}.${language}`),
          label: ctx.t(isOptional ? 'portal.desk.inEnglish' : 'portal.desk.inLanguage', { label, language }),
          hint: at === 0 ? hint : undefined,
          attributes: { lang: language },
        };
        return rows === 1 ? <Input {...props} /> : <Textarea {...props} rows={rows} />;
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
  const english = stored?.en ?? filled.value(`${name}.en`);
  return [...LANGUAGES, ...(english ? (['en'] as const) : [])].map((language) => ({
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
