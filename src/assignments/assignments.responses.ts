import { ApiProperty } from '@nestjs/swagger';
import { COMMENT_LIFECYCLE, type CommentState } from '../comments/index.js';
import { LANGUAGES, type Language } from '../platform/kernel/index.js';

/** An officer of the body that discusses a draft. */
export class OfficerResponse {
  @ApiProperty({ format: 'uuid' })
  accountId!: string;

  displayName!: string;

  /** Comments of this consultation that wait for an answer and are his. */
  @ApiProperty({ type: 'integer' })
  waiting!: number;
}

/** The body's officers, and how much waits. */
export class OfficersResponse {
  @ApiProperty({ type: () => [OfficerResponse] })
  items!: OfficerResponse[];

  /** Comments that wait for an answer. */
  @ApiProperty({ type: 'integer' })
  waiting!: number;

  /** Those of them that are nobody's. */
  @ApiProperty({ type: 'integer' })
  unassigned!: number;
}

/** Who is to answer a comment. */
export class AssigneeResponse {
  @ApiProperty({ format: 'uuid' })
  accountId!: string;

  displayName!: string;
}

/** A comment in an officer's work list. */
export class WorkItemResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: 'integer' })
  number!: number;

  @ApiProperty({ enum: COMMENT_LIFECYCLE.states })
  state!: CommentState;

  @ApiProperty({ enum: LANGUAGES })
  language!: Language;

  /** The beginning of the text; null where its author took it back. */
  @ApiProperty({ type: String, nullable: true })
  text!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  provisionId!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  groupId!: string | null;

  /** Comments of the same text that were not withdrawn, this one among them; null before it is grouped. */
  @ApiProperty({ type: 'integer', nullable: true })
  groupSize!: number | null;

  @ApiProperty({ format: 'date-time' })
  acceptedAt!: Date;

  /** True where the body hides it from the public. */
  concealed!: boolean;

  @ApiProperty({ type: () => AssigneeResponse, nullable: true })
  assignee!: AssigneeResponse | null;
}

/** A page of an officer's work list, in the order of acceptance. */
export class WorkListResponse {
  @ApiProperty({ type: () => [WorkItemResponse] })
  items!: WorkItemResponse[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

/** What an assignment did. */
export class AssignedResponse {
  /** Comments that are now his, or nobody's. */
  @ApiProperty({ type: 'integer' })
  assigned!: number;

  /** Ids of comments that no longer wait for an answer and were left alone. */
  @ApiProperty({ type: [String], format: 'uuid' })
  leftAlone!: string[];
}
