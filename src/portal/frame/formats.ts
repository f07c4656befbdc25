import { dayText, LOCALES } from '../../platform/i18n/index.js';
import type { Language, LocalDate } from '../../platform/kernel/index.js';

/** The Republic has one time zone. */
const ZONE = 'Asia/Almaty';

/** Days and minutes written out that are remembered; pages repeat a few of them, and writing one out is slow. */
const REMEMBERED = 5_000;
const MS_PER_MINUTE = 60_000;
/** Below this no language groups digits. */
const UNGROUPED = 1_000;

/** Dates, numbers and lists as they are written in a language. */
export class Formats {
  readonly #weekday: Intl.DateTimeFormat;
  readonly #instant: Intl.DateTimeFormat;
  readonly #time: Intl.DateTimeFormat;
  readonly #number: Intl.NumberFormat;
  readonly #percent: Intl.NumberFormat;
  readonly #list: Intl.ListFormat;
  readonly #days = new Map<LocalDate, string>();
  readonly #instants = new Map<number, string>();

  constructor(private readonly language: Language) {
    const locale = LOCALES[language];
    this.#weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
    this.#instant = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: ZONE });
    this.#time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: ZONE });
    this.#number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
    this.#percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
    this.#list = new Intl.ListFormat(locale, { type: 'conjunction' });
  }

  /** A calendar date, such as “2026 ж. 25 қараша”. */
  date(day: LocalDate): string {
    return remembered(this.#days, day, () => dayText(this.language, day));
  }

  /** The day of the week of a calendar date. */
  weekday(day: LocalDate): string {
    return this.#weekday.format(noon(day));
  }

  /** Date and time in Kazakhstan. */
  instant(at: Date | string): string {
    const date = new Date(at);
    const minute = Math.floor(date.getTime() / MS_PER_MINUTE);
    return remembered(this.#instants, minute, () => this.#instant.format(date));
  }

  /** Time of day in Kazakhstan. */
  time(at: Date | string): string {
    return this.#time.format(new Date(at));
  }

  /** A number with at most two decimals. */
  number(value: number): string {
    if (Number.isInteger(value) && value >= 0 && value < UNGROUPED) return String(value);
    return this.#number.format(value);
  }

  /** A share from 0 to 1 as percent. */
  percent(share: number): string {
    return this.#percent.format(share);
  }

  /** Several names as one phrase. */
  list(names: readonly string[]): string {
    return this.#list.format(names);
  }
}

const formats: Readonly<Record<Language, Formats>> = {
  kk: new Formats('kk'),
  ru: new Formats('ru'),
  en: new Formats('en'),
};

/** The formats of a language, made once. */
export function formatsOf(language: Language): Formats {
  return formats[language];
}

function noon(day: LocalDate): Date {
  return new Date(`${day}T12:00:00Z`);
}

function remembered<K>(known: Map<K, string>, key: K, write: () => string): string {
  let text = known.get(key);
  if (text === undefined) {
    text = write();
    if (known.size >= REMEMBERED) known.clear();
    known.set(key, text);
  }
  return text;
}
