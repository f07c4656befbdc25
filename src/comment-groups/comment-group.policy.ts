import { verdict, type Actor, type Verdict } from '../platform/kernel/index.js';

/** What an officer does with a group. */
export const GROUP_MOVES = ['answer', 'revision', 'separation', 'merger'] as const;

export type GroupMove = (typeof GROUP_MOVES)[number];

/** An officer of the developing body, who answers the comments, says which of them are the same. */
export function mayChangeGroups(by: Actor, bodyId: string): Verdict {
  return verdict(by, 'comment.group', { bodyId });
}

/** The moves that the group's comments allow. */
export function movesOfGroup(group: {
  readonly comments: number;
  readonly withdrawn: number;
  readonly unanswered: number;
}): GroupMove[] {
  const may: Record<GroupMove, boolean> = {
    answer: group.unanswered > 0,
    revision: group.comments > group.unanswered,
    separation: group.comments + group.withdrawn > 1,
    merger: true,
  };
  return GROUP_MOVES.filter((move) => may[move]);
}
