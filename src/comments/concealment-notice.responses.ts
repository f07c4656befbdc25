import { ApiProperty } from '@nestjs/swagger';
import { LocalizedTextResponse } from '../platform/http/index.js';
import type { LocalizedText } from '../platform/kernel/index.js';
import type { ConcealmentNotice } from './comment.entity.js';

/** What stands in the place of a comment that the body hid. */
export class ConcealmentNoticeResponse {
  /** One of `/concealment-grounds`. */
  ground!: string;

  @ApiProperty({ type: () => LocalizedTextResponse })
  explanation!: LocalizedText;

  @ApiProperty({ type: String, format: 'date' })
  concealedOn!: string;

  /** Whether the author appealed: `lodged` waits for its decision; one that was lifted leaves no notice. */
  @ApiProperty({ enum: ['none', 'lodged', 'upheld'] })
  appeal!: ConcealmentNotice['appeal'];
}
