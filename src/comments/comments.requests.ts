import { isId } from '../platform/database/index.js';
import {
  Check,
  ChoiceField,
  Field,
  FlagField,
  IdField,
  LocalizedField,
  ObjectField,
  PublicPageQuery,
  TextField,
  WordsField,
} from '../platform/http/index.js';
import { isBin, LANGUAGES, type Language, type LocalizedText } from '../platform/kernel/index.js';
import { COMMENT_LIFECYCLE, OUTCOMES, type Outcome } from './comment.lifecycle.js';
import { QUOTE_CONTEXT_CHARACTERS } from './quoted-texts.js';

/** Longest comment and longest answer, in code points. */
export const TEXT_CHARACTERS = 16_000;
/** Longest name of an organisation, in code points. */
const ORGANIZATION_CHARACTERS = 500;
export const QUOTE_CHARACTERS = 4_000;
/** Most files of a comment. */
export const COMMENT_FILES = 5;
/** Longest reason of a changed answer, in code points. */
export const WHY_CHARACTERS = 4_000;

/** The organisation for which the author says that he writes; nobody checks that, and it is shown so. */
export class OnBehalfOfRequest {
  @TextField({ max: ORGANIZATION_CHARACTERS })
  name!: string;

  /** Business identification number: twelve digits, the last of which checks the others. */
  @Field({ optional: true }, { type: String, pattern: '^[0-9]{12}$' }, Check('bin-wrong', isBin))
  bin?: string;
}

/** What is said about a draft, all but its files. */
export class CommentWordsRequest {
  /** Stored and shown exactly as sent. */
  @TextField({ max: TEXT_CHARACTERS })
  text!: string;

  /** The language of the text. */
  @ChoiceField(LANGUAGES)
  language!: Language;

  /** The provision of the draft that is meant; without it the whole document. */
  @IdField({ optional: true })
  provisionId?: string;

  /** The words of the provision that are meant. */
  @TextField({ max: QUOTE_CHARACTERS, optional: true })
  quote?: string;

  /** The words of the provision right before the quote, blanks too, where the quote stands in it several times. */
  @TextField({ max: QUOTE_CONTEXT_CHARACTERS, optional: true })
  quoteBefore?: string;

  /** The words right after it. */
  @TextField({ max: QUOTE_CONTEXT_CHARACTERS, optional: true })
  quoteAfter?: string;

  /** True shows the author's name; otherwise he is a numbered participant. */
  @FlagField({ optional: true })
  showName?: boolean;

  /** For which organisation the author says that he writes. Shown to everybody as his word. */
  @ObjectField(() => OnBehalfOfRequest, { optional: true })
  onBehalfOf?: OnBehalfOfRequest;
}

/** What a citizen says about a draft. */
export class CommentRequest extends CommentWordsRequest {
  /** Files that the author uploaded before, at most five, each used once. */
  @WordsField({ code: 'id-expected', holds: isId, format: 'uuid' }, { max: COMMENT_FILES, optional: true })
  files?: string[];
}

/** That a comment posted from my account is not mine. */
export class DisowningRequest {
  /** How that came about, for officers of the body and myself; not published. */
  @TextField({ max: WHY_CHARACTERS, optional: true })
  reason?: string;
}

/** The body's answer to a comment. */
export class AnswerRequest {
  @ChoiceField(OUTCOMES)
  outcome!: Outcome;

  @LocalizedField({ max: TEXT_CHARACTERS })
  reasons!: LocalizedText;

  /** The provision of the draft that was changed, or that answers; of any version that everyone may read. */
  @IdField({ optional: true })
  provisionId?: string;
}

/** Another answer of the body in the place of the one that stands. */
export class AnswerRevisionRequest extends AnswerRequest {
  /** Why the answer is changed; read with the earlier one. */
  @LocalizedField({ max: WHY_CHARACTERS })
  why!: LocalizedText;
}

/** Which comments of a consultation to list. */
export class CommentsQuery extends PublicPageQuery {
  /** Only those about this provision. */
  @IdField({ optional: true })
  provision?: string;

  @ChoiceField(COMMENT_LIFECYCLE.states, { optional: true })
  state?: string;

  /** Only those of this group of the same text. */
  @IdField({ optional: true })
  group?: string;
}
