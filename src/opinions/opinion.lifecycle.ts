import { lifecycle } from '../platform/kernel/index.js';

/** Given to the body, answered by it (Law on Legal Acts, Art. 20). Nothing leads back: what was given stays annexed. */
export const opinionLifecycle = lifecycle('opinion', {
  response: { from: ['given'], to: 'answered' },
});

export type OpinionState = (typeof opinionLifecycle.states)[number];

/** What is thought of the draft. */
export const STANCES = ['for', 'remarks', 'against'] as const;
export type Stance = (typeof STANCES)[number];

/** What the body decides on an opinion. */
export const OPINION_DECISIONS = ['accepted', 'partly', 'rejected'] as const;
export type OpinionDecision = (typeof OPINION_DECISIONS)[number];

/** Whose opinion it is: of a notified council, or of an accredited organisation, which comes on paper. */
export const ORGANIZATION_CHANNELS = ['business', 'npo'] as const;
export const OPINION_CHANNELS = ['public_council', ...ORGANIZATION_CHANNELS] as const;
export type OpinionChannel = (typeof OPINION_CHANNELS)[number];
export type OrganizationChannel = (typeof ORGANIZATION_CHANNELS)[number];

/** Where a notified council stands: its opinion is awaited, was given in time, did not come (K2), or is not needed. */
export const STANDINGS = ['awaited', 'given', 'silent', 'not_needed'] as const;
export type Standing = (typeof STANDINGS)[number];
