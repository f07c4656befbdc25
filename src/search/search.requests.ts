import { ACT_TYPES, CATEGORIES, PHASES, type ActType, type Phase } from '../consultations/index.js';
import { ChoiceField, DateField, IdField, PageQuery, TextField } from '../platform/http/index.js';

/** `relevance`: what fits best first, among the newest that fit; `newest`: all, the newest first. */
export const SORTS = ['relevance', 'newest'] as const;

export type Sort = (typeof SORTS)[number];

/** Longest question, in code points. */
export const QUESTION_CHARACTERS = 200;

/** Among what is sought, and in which order. */
export class SearchFilters extends PageQuery {
  @ChoiceField(SORTS, { optional: true })
  sort?: Sort;

  /** The phase of the consultation. */
  @ChoiceField(PHASES, { optional: true })
  phase?: Phase;

  /** Id of the developing body. */
  @IdField({ optional: true })
  body?: string;

  @ChoiceField(CATEGORIES, { optional: true })
  category?: string;

  /** Id of a territory: bodies of it and of the territories right below it. */
  @IdField({ optional: true })
  territory?: string;

  @ChoiceField(ACT_TYPES, { optional: true })
  actType?: ActType;

  /** First day: of the publication of a draft, of the acceptance of a comment. */
  @DateField({ optional: true })
  from?: string;

  /** Last day. */
  @DateField({ optional: true })
  to?: string;
}

/** What is sought among drafts. */
export class DraftsSearchQuery extends SearchFilters {
  /** Words, `"words in quotes"` one after the other, `-word` for texts without it, `or` between alternatives. */
  @TextField({ max: QUESTION_CHARACTERS })
  q!: string;
}

/** The same for comments. */
export class CommentsSearchQuery extends DraftsSearchQuery {
  /** Only comments of this consultation. */
  @IdField({ optional: true })
  consultation?: string;
}
