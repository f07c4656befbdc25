import { verdict, type Actor, type Verdict } from '../platform/kernel/index.js';
import type { RecommendationMove } from './recommendation.lifecycle.js';

/** Whose recommendation it is and whom it is addressed to. */
export interface RecommendationScope {
  readonly councilId: string;
  readonly bodyId: string;
}

/** The council's secretary sends it. */
export function mayDispatch(by: Actor, { councilId }: RecommendationScope): Verdict {
  return verdict(by, 'recommendation.dispatch', { councilId });
}

/** An officer of the body replies, nobody else. */
export function mayReply(by: Actor, { bodyId }: RecommendationScope): Verdict {
  return verdict(by, 'recommendation.reply', { bodyId });
}

/** The moves that rights allow; the state is asked elsewhere. */
export function mayMove(by: Actor, move: RecommendationMove, scope: RecommendationScope): boolean {
  return (move === 'dispatch' ? mayDispatch(by, scope) : mayReply(by, scope)) === 'allowed';
}
