import { CommentWordsRequest } from '../comments/index.js';
import { EmailField, TextField } from '../platform/http/index.js';

const NAME_CHARACTERS = 200;
const TOKEN_CHARACTERS = 200;

/** A comment of somebody without an account. */
export class UnconfirmedCommentRequest extends CommentWordsRequest {
  /** Where the link goes by which it is confirmed. */
  @EmailField()
  email!: string;

  /** The name to be shown; needed where it is, and kept nowhere else. */
  @TextField({ max: NAME_CHARACTERS, optional: true })
  displayName?: string;
}

/** The link of a letter is used. */
export class UnconfirmedCommentLinkRequest {
  @TextField({ max: TOKEN_CHARACTERS })
  token!: string;
}
