import type { Language, LocalDate } from '../kernel/index.js';

/** Where the dates and numbers of a language are written as they are here. */
export const LOCALES: Readonly<Record<Language, string>> = { kk: 'kk', ru: 'ru', en: 'en-GB' };

const days: Readonly<Record<Language, Intl.DateTimeFormat>> = { kk: dayIn('kk'), ru: dayIn('ru'), en: dayIn('en') };

/** A calendar date as it is written in a language, such as “2026 ж. 25 қараша”. */
export function dayText(language: Language, day: LocalDate): string {
  return days[language].format(new Date(`${day}T12:00:00Z`));
}

function dayIn(language: Language): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' });
}
