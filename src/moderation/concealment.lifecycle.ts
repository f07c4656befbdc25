import { lifecycle } from '../platform/kernel/index.js';

/**
 * The body's decision to hide a comment: it stands until the body takes it back, or until the authority has decided on
 * the author's appeal, which is final.
 */
export const CONCEALMENT = lifecycle('concealment', {
  appeal: { from: ['standing'], to: 'appealed' },
  decision: { from: ['appealed'], to: 'decided' },
  reversal: { from: ['standing', 'appealed'], to: 'reversed' },
});

export type ConcealmentState = (typeof CONCEALMENT.states)[number];
export type ConcealmentMove = keyof typeof CONCEALMENT.moves;

/** What the authority decides on an appeal. */
export const APPEAL_OUTCOMES = ['upheld', 'lifted'] as const;

export type AppealOutcome = (typeof APPEAL_OUTCOMES)[number];

/** What the state of a concealment depends on. */
export interface ConcealmentStanding {
  readonly state: ConcealmentState;
  readonly outcome: AppealOutcome | null;
  readonly appealedOn: string | null;
}

/** True while the comment is hidden by it. */
export function isInForce({ state, outcome }: Pick<ConcealmentStanding, 'state' | 'outcome'>): boolean {
  return state === 'standing' || state === 'appealed' || outcome === 'upheld';
}

/**
 * True when it ended in favour of an author who had appealed: lifted by the authority, or taken back by the body while
 * the appeal was open, which concedes it. The comment is not hidden again.
 */
export function isLiftedForGood({ state, outcome, appealedOn }: ConcealmentStanding): boolean {
  return outcome === 'lifted' || (state === 'reversed' && appealedOn !== null);
}
