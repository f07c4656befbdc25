import { inLanguage, isLanguage, type Language, type LocalizedText } from '../kernel/index.js';

/** A copy with each localized text as a string; `lang` names the language, `<field>Lang` where one is missing in it. */
export function translated(thing: unknown, language: Language): unknown {
  if (Array.isArray(thing)) return thing.map((one) => translated(one, language));
  if (typeof thing !== 'object' || thing === null || thing instanceof Date) return thing;
  const shown: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(thing)) {
    if (!isLocalized(value)) {
      shown[key] = translated(value, language);
      continue;
    }
    const { text, lang } = inLanguage(value, language);
    shown[key] = text;
    shown['lang'] = language;
    if (lang !== language) shown[`${key}Lang`] = lang;
  }
  return shown;
}

function isLocalized(value: unknown): value is LocalizedText {
  if (typeof value !== 'object' || value === null) return false;
  const keys = Object.keys(value);
  return keys.includes('kk') && keys.includes('ru') && keys.every(isLanguage);
}
