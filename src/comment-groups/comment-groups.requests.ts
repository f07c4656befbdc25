import { isId } from '../platform/database/index.js';
import { IdField, LocalizedField, PageQuery, QueryCount, QueryFlag, WordsField } from '../platform/http/index.js';
import type { LocalizedText } from '../platform/kernel/index.js';

/** Longest reason of a decision about groups, in code points. */
export const REASON_CHARACTERS = 4_000;
/** Comments that are split off at once. */
export const SPLIT_COMMENTS = 100;

const LARGEST = 2_147_483_647;

/** Which groups of a consultation to list. */
export class CommentGroupsQuery extends PageQuery {
  /** Only groups of at least so many comments that were not withdrawn. */
  @QueryCount({ min: 0, max: LARGEST, code: 'count-expected' })
  atLeast?: number;

  /** Only groups with comments that wait for an answer, those with most of them first. */
  @QueryFlag()
  unanswered?: boolean;
}

/** Comments that do not belong to a group. */
export class SeparationRequest {
  /** Ids of the comments that get a group of their own; not all of the group. */
  @WordsField({ code: 'id-expected', holds: isId, format: 'uuid' }, { min: 1, max: SPLIT_COMMENTS })
  comments!: string[];

  /** Why, in kk and ru. */
  @LocalizedField({ max: REASON_CHARACTERS })
  reason!: LocalizedText;
}

/** Two groups that say the same. */
export class MergerRequest {
  /** The group of the same consultation that takes in all comments of this one. */
  @IdField()
  into!: string;

  /** Why, in kk and ru. */
  @LocalizedField({ max: REASON_CHARACTERS })
  reason!: LocalizedText;
}
