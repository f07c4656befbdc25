import { AppealDecisionRequest, AppealRequest, ConcealmentRequest, ReversalRequest } from '../../moderation/index.js';
import { FormOf } from '../frame/index.js';

/** Why a comment is hidden. */
export const CONCEALMENT = new FormOf(ConcealmentRequest, { empty: { ground: 'portal.moderation.groundEmpty' } });

/** Why it is shown again. */
export const REVERSAL = new FormOf(ReversalRequest);

/** What the author says against it. */
export const APPEAL = new FormOf(AppealRequest, { empty: { grounds: 'portal.moderation.appealEmpty' } });

/** What the authority decides. */
export const DECISION = new FormOf(AppealDecisionRequest, { empty: { outcome: 'portal.moderation.outcomeEmpty' } });
