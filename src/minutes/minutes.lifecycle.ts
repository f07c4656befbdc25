import { lifecycle } from '../platform/kernel/index.js';

/** An edition's life; a published one is never edited, only superseded by the next. */
export const minutesLifecycle = lifecycle('minutes', {
  revision: { from: ['draft', 'circulated'], to: 'draft' },
  circulation: { from: ['draft'], to: 'circulated' },
  signature: { from: ['circulated'], to: 'signed' },
  publication: { from: ['signed'], to: 'published' },
  supersession: { from: ['published'], to: 'superseded' },
});

export type MinutesState = (typeof minutesLifecycle.states)[number];

/** Moves a person may ask for; a published edition is superseded by a correction. */
export function minutesMoves(state: MinutesState): string[] {
  return minutesLifecycle.possible(state).map((move) => (move === 'supersession' ? 'corrections' : move));
}

/** True for editions that everyone may read. */
export function isPublicEdition(state: MinutesState): boolean {
  return state === 'published' || state === 'superseded';
}
