/** Further attributes of an element, such as `data-…` or `autocomplete`; false and undefined leave an attribute out. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** What every component takes for its outermost element: further classes and attributes. */
export interface Styled {
  readonly class?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** An entry of a list that may be left out: `condition && item`. */
export type Maybe<Item> = Item | false | null | undefined | '';

/** Level of a heading; pages keep the order of levels without a gap. */
export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;

/** A message in the plural forms of its language (CLDR names); `%{count}` stands for the number. */
export interface PluralText {
  readonly zero?: string | undefined;
  readonly one?: string | undefined;
  readonly two?: string | undefined;
  readonly few?: string | undefined;
  readonly many?: string | undefined;
  readonly other: string;
}

/** The names joined by a space, without those left out; undefined when none remains. */
export function joined(...names: readonly (string | false | null | undefined)[]): string | undefined {
  return names.filter(Boolean).join(' ') || undefined;
}

/** Texts for the scripts of GOV.UK Frontend as `data-i18n.<key>` and, for plurals, `data-i18n.<key>.<form>`. */
export function scriptTexts(texts: Readonly<Record<string, string | PluralText>>): Attributes {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([key, text]): [string, string | undefined][] =>
      typeof text === 'string'
        ? [[`data-i18n.${key}`, text]]
        : Object.entries(text).map(([form, message]) => [`data-i18n.${key}.${form}`, message as string | undefined]),
    ),
  );
}
