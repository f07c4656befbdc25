import { ApiProperty } from '@nestjs/swagger';
import { OnBehalfOfResponse } from '../comments/index.js';
import { LANGUAGES, type Language } from '../platform/kernel/index.js';

/** A comment that I am writing. Nobody else reads it; it is gone once I post one, or when the discussion ends. */
export class CommentDraftResponse {
  @ApiProperty({ format: 'uuid' })
  consultationId!: string;

  text!: string;

  @ApiProperty({ enum: LANGUAGES })
  language!: Language;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  provisionId!: string | null;

  /** The words of it that are meant. */
  @ApiProperty({ type: String, nullable: true })
  quote!: string | null;

  showName!: boolean;

  @ApiProperty({ type: () => OnBehalfOfResponse, nullable: true })
  onBehalfOf!: OnBehalfOfResponse | null;

  @ApiProperty({ type: String, format: 'date-time' })
  keptAt!: Date;
}
