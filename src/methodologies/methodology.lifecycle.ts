import { lifecycle } from '../platform/kernel/index.js';

/** A methodology is prepared, published – and never edited after that – and at last retired from new assessments. */
export const methodologyLifecycle = lifecycle('methodology', {
  publication: { from: ['draft'], to: 'published' },
  retirement: { from: ['published'], to: 'retired' },
});

export type MethodologyState = (typeof methodologyLifecycle.states)[number];
export type MethodologyMove = keyof typeof methodologyLifecycle.moves;
