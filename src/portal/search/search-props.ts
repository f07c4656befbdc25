import type { TerritoryResponse } from '../../bodies/index.js';
import type { LocalizedText } from '../../platform/kernel/index.js';
import type { CommentsFoundResponse, DraftsFoundResponse } from '../../search/index.js';
import type { Names, PageContext } from '../frame/index.js';
import type { SearchPageQuery } from './search-page.requests.js';

/** What was found of each kind that was sought; `wrong` where the question is none. */
export interface Answer {
  readonly drafts?: DraftsFoundResponse | undefined;
  readonly comments?: CommentsFoundResponse | undefined;
  readonly wrong?: string;
}

/** What the page of search shows. */
export interface SearchProps {
  readonly ctx: PageContext;
  readonly title: string;
  readonly query: SearchPageQuery;
  /** The title of the discussion in whose comments is searched. */
  readonly within: LocalizedText | undefined;
  readonly answer: Answer;
  readonly regions: readonly TerritoryResponse[];
  readonly names: Names;
}
