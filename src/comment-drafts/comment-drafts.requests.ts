import { OnBehalfOfRequest, QUOTE_CHARACTERS, TEXT_CHARACTERS } from '../comments/index.js';
import { ChoiceField, FlagField, IdField, ObjectField, TextField } from '../platform/http/index.js';
import { LANGUAGES, type Language } from '../platform/kernel/index.js';

/** What a person has written of a comment so far. */
export class CommentDraftRequest {
  @TextField({ max: TEXT_CHARACTERS })
  text!: string;

  @ChoiceField(LANGUAGES)
  language!: Language;

  /** The provision of the draft that is meant; without it the whole document. */
  @IdField({ optional: true })
  provisionId?: string;

  /** The words of it that are meant; looked up in the text only when the comment is posted. */
  @TextField({ max: QUOTE_CHARACTERS, optional: true })
  quote?: string;

  @FlagField({ optional: true })
  showName?: boolean;

  @ObjectField(() => OnBehalfOfRequest, { optional: true })
  onBehalfOf?: OnBehalfOfRequest;
}
