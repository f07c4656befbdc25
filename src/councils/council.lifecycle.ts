import { lifecycle } from '../platform/kernel/index.js';

export type CouncilState = 'forming' | 'active' | 'dissolved';

/** The life of a council: formed, at work, dissolved. */
export const COUNCIL = lifecycle('council', {
  activation: { from: ['forming'], to: 'active' },
  dissolution: { from: ['forming', 'active'], to: 'dissolved' },
});

export type CouncilMove = keyof typeof COUNCIL.moves;
