import { OnBehalfOfRequest, TEXT_CHARACTERS } from '../comments/index.js';
import { ChoiceField, DateField, FlagField, IdField, ObjectField, TextField } from '../platform/http/index.js';
import { LANGUAGES, type Language } from '../platform/kernel/index.js';

/** Channels by which a letter comes: all but the one of what people post here. */
export const LETTER_CHANNELS = ['paper', 'email', 'public_council', 'business', 'npo', 'expertise'] as const;

export type LetterChannel = (typeof LETTER_CHANNELS)[number];

const NAME_CHARACTERS = 300;

/** A comment that came to the body on paper or by e-mail. */
export class PaperCommentRequest {
  @ChoiceField(LETTER_CHANNELS)
  channel!: LetterChannel;

  /** The day on which the body received it: between publication and the closing day (K8). */
  @DateField()
  receivedOn!: string;

  /** The words of the letter, published exactly as entered. */
  @TextField({ max: TEXT_CHARACTERS })
  text!: string;

  @ChoiceField(LANGUAGES)
  language!: Language;

  /** The provision of the draft that is meant; without it the whole document. */
  @IdField({ optional: true })
  provisionId?: string;

  /** Who signed; needed where no organisation is named. */
  @TextField({ max: NAME_CHARACTERS, optional: true })
  authorName?: string;

  /** The organisation that wrote. */
  @ObjectField(() => OnBehalfOfRequest, { optional: true })
  onBehalfOf?: OnBehalfOfRequest;

  /** True shows author and organisation to everybody; otherwise only officers of the body know them. */
  @FlagField({ optional: true })
  showName?: boolean;

  /** A file that the caller uploaded before: the letter, for officers of the body alone. */
  @IdField({ optional: true })
  scanId?: string;
}
