import { actTypes, channels } from '../consultations/index.js';
import { dayText, LOCALES, translate } from '../platform/i18n/index.js';
import {
  inLanguage,
  localDateOf,
  type Language,
  type LocalDate,
  type LocalizedText,
  type Params,
} from '../platform/kernel/index.js';
import { paragraph, type Block } from '../platform/documents/index.js';

/** The words of a report in one language. */
export class ReportWords {
  readonly #number: Intl.NumberFormat;

  constructor(readonly lang: Language) {
    this.#number = new Intl.NumberFormat(LOCALES[lang]);
  }

  /** The sentence below `portal.report`. */
  say(key: string, params?: Params): string {
    return translate(this.lang, `portal.report.${key}`, params);
  }

  /** A sentence of another part of the site. */
  other(key: string, params?: Params): string {
    return translate(this.lang, `portal.${key}`, params);
  }

  /** “Comments: 312”. */
  counted(name: string, count: number): string {
    return this.say('counted', { name, count });
  }

  number(value: number): string {
    return this.#number.format(value);
  }

  day(day: LocalDate): string {
    return dayText(this.lang, day);
  }

  /** The day of an instant in Kazakhstan. */
  dayOf(at: string): string {
    return this.day(localDateOf(new Date(at)));
  }

  text(text: LocalizedText): string {
    return inLanguage(text, this.lang).text;
  }

  /** A paragraph of a text, marked where it exists in another language only. */
  localized(given: LocalizedText, style?: 'quote' | 'note'): Block {
    const { text, lang } = inLanguage(given, this.lang);
    return paragraph(text, { lang: this.unless(lang), ...(style ? { style } : {}) });
  }

  /** The language of a text where it is not that of the document. */
  unless(lang: Language): Language | undefined {
    return lang === this.lang ? undefined : lang;
  }

  channel(code: string): string {
    const channel = channels.find((one) => one.code === code);
    return channel ? this.text(channel.name) : code;
  }

  actType(code: string): string {
    const type = actTypes.find((one) => one.code === code);
    return type ? this.text(type.name) : code;
  }
}
