import { ApiProperty } from '@nestjs/swagger';
import { isAnswerable } from '../comments/index.js';
import { LocalizedTextResponse, versioned } from '../platform/http/index.js';
import { LANGUAGES, type Actor, type Language, type LocalizedText } from '../platform/kernel/index.js';
import { GROUP_MOVES, mayChangeGroups, movesOfGroup, type GroupMove } from './comment-group.policy.js';
import { DECISIONS, type DecisionKind } from './group-decision.entity.js';
import { METHOD } from './method.js';

/** How the groups were found: the numbers that decide it. */
export class GroupingMethodResponse {
  /** Texts are compared by their sets of pieces (Jaccard), and found by the MinHash of these. */
  name!: string;

  /** Characters of a piece. */
  @ApiProperty({ type: 'integer' })
  piece!: number;

  /** Share of common pieces from which two texts are near-identical. */
  similarity!: number;

  /** Texts of fewer words are only ever the same or different. */
  @ApiProperty({ type: 'integer' })
  leastWords!: number;
}

/** One of a group's texts: the first that was not withdrawn. */
export class GroupSampleResponse {
  @ApiProperty({ format: 'uuid' })
  commentId!: string;

  @ApiProperty({ type: 'integer' })
  number!: number;

  @ApiProperty({ enum: LANGUAGES })
  language!: Language;

  /** Its beginning. */
  text!: string;

  /** True when the text goes on. */
  cut!: boolean;
}

/** Comments of one consultation with the same or nearly the same text. */
export class CommentGroupResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  consultationId!: string;

  /** Copies that were not withdrawn; answered and unanswered ones. */
  @ApiProperty({ type: 'integer' })
  comments!: number;

  /** Different texts among them, exactly as sent. */
  @ApiProperty({ type: 'integer' })
  texts!: number;

  /** Copies that their authors took back. */
  @ApiProperty({ type: 'integer' })
  withdrawn!: number;

  @ApiProperty({ type: 'integer' })
  answered!: number;

  @ApiProperty({ type: 'integer' })
  unanswered!: number;

  /** Null when every copy was withdrawn. */
  @ApiProperty({ type: () => GroupSampleResponse, nullable: true })
  sample!: GroupSampleResponse | null;

  /** The group that holds its comments now, where two became one. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  mergedInto!: string | null;

  /** When a person last split or merged it; null where it is as it was computed. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  settledAt!: Date | null;
}

/** A person's decision about groups. */
export class GroupDecisionResponse {
  @ApiProperty({ enum: DECISIONS })
  kind!: DecisionKind;

  /** The group that the comments were in. */
  @ApiProperty({ format: 'uuid' })
  fromId!: string;

  /** The group that took them in. */
  @ApiProperty({ format: 'uuid' })
  toId!: string;

  /** How many moved. */
  @ApiProperty({ type: 'integer' })
  comments!: number;

  @ApiProperty({ type: () => LocalizedTextResponse })
  reason!: LocalizedText;

  @ApiProperty({ type: String, format: 'date-time' })
  decidedAt!: string;
}

/** A group with what persons decided about it. */
export class CommentGroupDetailResponse extends CommentGroupResponse {
  @ApiProperty({ type: () => GroupingMethodResponse })
  method!: GroupingMethodResponse;

  /** The latest first, no more than a hundred. */
  @ApiProperty({ type: () => [GroupDecisionResponse] })
  decisions!: GroupDecisionResponse[];

  /** What the signed-in caller may do with it now. */
  @ApiProperty({ enum: GROUP_MOVES, isArray: true, required: false })
  moves?: GroupMove[];
}

/** A page of groups, the largest first. */
export class CommentGroupPageResponse {
  @ApiProperty({ type: () => [CommentGroupResponse] })
  items!: CommentGroupResponse[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;

  @ApiProperty({ type: () => GroupingMethodResponse })
  method!: GroupingMethodResponse;

  /** Comments of the consultation that have a group. */
  @ApiProperty({ type: 'integer' })
  grouped!: number;

  /** Comments that came in since and get theirs within minutes. */
  @ApiProperty({ type: 'integer' })
  waiting!: number;
}

/** A group's row as the queries read it. */
export interface GroupRow {
  readonly id: string;
  readonly version: number;
  readonly consultationId: string;
  readonly comments: number;
  readonly texts: number;
  readonly withdrawn: number;
  readonly unanswered: number;
  readonly settledAt: Date | null;
  readonly mergedInto: string | null;
  readonly sample: GroupSampleResponse | null;
}

/** A group with what decides who may do what. */
export interface GroupDetailRow extends GroupRow {
  readonly bodyId: string;
  readonly consultationState: string;
  readonly decisions: GroupDecisionResponse[];
}

/** The method with its numbers. */
export function methodResponse(): GroupingMethodResponse {
  return { ...METHOD };
}

/** A group as everyone sees it. */
export function groupResponse(row: GroupRow): CommentGroupResponse {
  const { id, consultationId, comments, texts, withdrawn, unanswered, sample, mergedInto, settledAt } = row;
  const answered = comments - unanswered;
  return { id, consultationId, comments, texts, withdrawn, answered, unanswered, sample, mergedInto, settledAt };
}

/** A group as `by` may see it; the same for everyone who is not signed in. */
export function groupDetailResponse(row: GroupDetailRow, by: Actor): CommentGroupDetailResponse {
  const { decisions } = row;
  const response: CommentGroupDetailResponse = Object.assign(groupResponse(row), {
    method: methodResponse(),
    decisions,
  });
  if (by.kind !== 'anonymous') {
    const isOpen = isAnswerable(row.consultationState) && row.mergedInto === null;
    response.moves = isOpen && mayChangeGroups(by, row.bodyId) === 'allowed' ? movesOfGroup(row) : [];
  }
  return versioned(response, row.version);
}
