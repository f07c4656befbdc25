import { COMMENT_LIFECYCLE } from '../comments/index.js';
import { isId } from '../platform/database/index.js';
import { Check, ChoiceField, Field, IdField, PageQuery, WordsField } from '../platform/http/index.js';
import { LANGUAGES, type Language } from '../platform/kernel/index.js';

/** Comments that are given to an officer at once. */
export const ASSIGNED_COMMENTS = 100;

/** Whose comments a work list shows: mine, nobody's, or those of one officer by the account's id. */
export const isAssignee = (value: unknown): boolean => value === 'me' || value === 'none' || isId(value);

/** Comments that an officer is to answer. */
export class AssignmentRequest {
  /** Their ids; or `group`. */
  @WordsField({ code: 'id-expected', holds: isId, format: 'uuid' }, { min: 1, max: ASSIGNED_COMMENTS, optional: true })
  comments?: string[];

  /** All comments of this group of the same text that wait; or `comments`. */
  @IdField({ optional: true })
  group?: string;

  /** `me`, the account of an officer of the body, or `none`: the comments are nobody's again. */
  @Field({}, { type: String }, Check('assignee-expected', isAssignee))
  to!: string;
}

/** Which comments of a consultation an officer's work list shows. */
export class WorkListQuery extends PageQuery {
  /** Those that wait for an answer, where nothing is said. */
  @ChoiceField([...COMMENT_LIFECYCLE.states, 'any'], { optional: true })
  state: string = 'accepted';

  @ChoiceField(LANGUAGES, { optional: true })
  language?: Language;

  /** Only those about this provision. */
  @IdField({ optional: true })
  provision?: string;

  /** Only those of this group of the same text. */
  @IdField({ optional: true })
  group?: string;

  /** `me`, `none`, or the account of an officer. */
  @Field({ optional: true }, { type: String }, Check('assignee-expected', isAssignee))
  assigned?: string;
}
