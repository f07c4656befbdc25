import { ChoiceField, TextField } from '../../platform/http/index.js';
import { QUESTION_CHARACTERS, SearchFilters } from '../../search/index.js';

/** Among what is searched. */
export const KINDS = ['consultations', 'comments'] as const;

export type Kind = (typeof KINDS)[number];

/** What the page of search shows. */
export class SearchPageQuery extends SearchFilters {
  /** Without it only the form is shown. */
  @TextField({ max: QUESTION_CHARACTERS, optional: true })
  q?: string;

  /** Without it the first of both. */
  @ChoiceField(KINDS, { optional: true })
  in?: Kind;

  /** Only comments of this consultation: a part of the path, not of the query. */
  consultation?: string;
}

/** The one kind that is shown, page by page; undefined where the first of both are. */
export function kindOf({ in: kind, consultation }: SearchPageQuery): Kind | undefined {
  return consultation === undefined ? kind : 'comments';
}

/** What is asked, as values of an address: everything but the page. */
export function askedOf(query: SearchPageQuery): Readonly<Record<string, string | undefined>> {
  const { q, in: kind, sort, phase, body, category, actType, territory, from, to } = query;
  return { q, in: kind, sort, phase, body, category, actType, territory, from, to };
}

/** Where the page is: on its own, or of one discussion. */
export function pathOf({ consultation }: SearchPageQuery): string {
  return consultation === undefined ? '/search' : `/consultations/${consultation}/search`;
}
