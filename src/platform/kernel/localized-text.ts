/** Languages of the platform, Kazakh first: kk and ru are required on everything published. */
export const LANGUAGES = ['kk', 'ru', 'en'] as const;

export type Language = (typeof LANGUAGES)[number];

/** A text in Kazakh and Russian, optionally in English (Law on Languages; domain, section 1). */
export interface LocalizedText {
  readonly kk: string;
  readonly ru: string;
  readonly en?: string | undefined;
}

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.includes(value as Language);
}

/** The text in the wanted language, else in Kazakh, with the language it really is in. */
export function inLanguage(text: LocalizedText, wanted: Language): { text: string; lang: Language } {
  const found = text[wanted];
  return found === undefined ? { text: text.kk, lang: 'kk' } : { text: found, lang: wanted };
}
