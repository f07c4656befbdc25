import { ApiProperty } from '@nestjs/swagger';

/** The rule that was applied, with its value and its article. */
export class AppliedRuleResponse {
  id!: string;

  @ApiProperty({ type: Object, additionalProperties: true })
  value!: unknown;

  @ApiProperty({ type: Object, additionalProperties: true, required: false })
  basis?: unknown;
}

/** The computation of the quorum at one instant (M1). */
export class QuorumResponse {
  /** All members of the council on that date. */
  members!: number;

  /** Members who were there, in the room or remotely. */
  present!: number;

  /** How many were needed. */
  needed!: number;

  reached!: boolean;

  @ApiProperty({ type: () => AppliedRuleResponse })
  rule!: AppliedRuleResponse;
}

/** A rule that was not kept; the act stands. */
export class TermBreachResponse {
  rule!: string;

  /** The last day in time. */
  @ApiProperty({ format: 'date' })
  required!: string;

  /** The day of the act; null while it has not been done. */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  actual!: string | null;
}
