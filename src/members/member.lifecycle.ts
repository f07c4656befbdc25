import { lifecycle } from '../platform/kernel/index.js';

export type MemberState = 'appointed' | 'ended';

/** The life of a seat's holder; how it ended is the reason, not a state. */
export const MEMBER = lifecycle('member', { end: { from: ['appointed'], to: 'ended' } });

export type MemberMove = keyof typeof MEMBER.moves;
