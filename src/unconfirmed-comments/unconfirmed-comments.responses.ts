import { ApiProperty } from '@nestjs/swagger';

/** A comment that waits for its confirmation by the link of a letter to my address; it may be a stranger's. */
export class UnconfirmedCommentResponse {
  @ApiProperty({ format: 'uuid' })
  consultationId!: string;

  text!: string;

  @ApiProperty({ type: String, nullable: true })
  displayName!: string | null;

  @ApiProperty({ type: String, format: 'date-time' })
  sentAt!: Date;

  /** When it is removed unless it was confirmed. */
  @ApiProperty({ type: String, format: 'date-time' })
  expiresAt!: Date;
}
