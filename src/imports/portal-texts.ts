import type { LocalizedText } from '../platform/kernel/index.js';
import type { PortalLanguage, PortalPage } from './portal-page.js';

/** The words of one page by which a consultation is described. */
export interface PageTexts {
  readonly title: string;
  readonly summary: string;
  readonly objectives: string;
  readonly rows: readonly { readonly number: string; readonly heading: string | null; readonly text: string }[];
}

const SUMMARY = /краткое содержание|қысқаша мазмұны/i;
const OBJECTIVES = /цели|мақсаттары/i;

/** What the page says; its title stands in where the table has no summary or no objectives. */
export function textsOf({ title, draftText }: PortalPage): PageTexts {
  const rows = draftText.map(({ n, heading, paragraphs }) => ({
    number: String(n),
    heading,
    text: paragraphs.join('\n'),
  }));
  const below = (words: RegExp): string | undefined => rows.find(({ heading }) => words.test(heading ?? ''))?.text;
  return { title, summary: below(SUMMARY) || title, objectives: below(OBJECTIVES) || title, rows };
}

/**
 * A text with what a page in one language says. The other language keeps what was really read in it, and is filled with
 * the page's words where nothing was.
 */
export function supplemented(
  before: LocalizedText | null | undefined,
  language: PortalLanguage,
  words: string,
  real: readonly PortalLanguage[],
): LocalizedText {
  const other = language === 'kk' ? 'ru' : 'kk';
  const kept = before && real.includes(other) ? before[other] : words;
  return language === 'kk' ? { kk: words, ru: kept } : { kk: kept, ru: words };
}
