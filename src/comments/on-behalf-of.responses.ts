import { ApiProperty } from '@nestjs/swagger';

/** The organisation for which the author says that he writes; nobody checks that. */
export class OnBehalfOfResponse {
  name!: string;

  /** Business identification number. */
  @ApiProperty({ type: String, nullable: true })
  bin!: string | null;
}
