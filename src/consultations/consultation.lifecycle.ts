import { lifecycle } from '../platform/kernel/index.js';

/** The life of a consultation. A text that was reported on is adopted or rejected, no longer withdrawn. */
export const CONSULTATION = lifecycle('consultation', {
  publication: { from: ['draft'], to: 'published' },
  extension: { from: ['published'], to: 'published' },
  withdrawal: { from: ['draft', 'published'], to: 'withdrawn' },
  report: { from: ['published'], to: 'reported' },
  conclusion: { from: ['reported'], to: 'concluded' },
});

export type ConsultationState = 'draft' | 'published' | 'withdrawn' | 'reported' | 'concluded';
export type ConsultationMove = keyof typeof CONSULTATION.moves;

/** What becomes of the text in the end. */
export const RESULTS = ['adopted', 'rejected'] as const;

export type Result = (typeof RESULTS)[number];
