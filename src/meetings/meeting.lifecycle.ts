import { lifecycle } from '../platform/kernel/index.js';

/** A meeting's life. `inquoracy` is what an opening without quorum comes to (M1): a fact, no decisions. */
export const meetingLifecycle = lifecycle('meeting', {
  announcement: { from: ['planned'], to: 'announced' },
  opening: { from: ['announced'], to: 'open' },
  inquoracy: { from: ['announced'], to: 'inquorate' },
  closing: { from: ['open'], to: 'closed' },
  cancellation: { from: ['planned', 'announced'], to: 'cancelled' },
});

export type MeetingState = (typeof meetingLifecycle.states)[number];

export type MeetingMove = 'announcement' | 'opening' | 'inquoracy' | 'closing' | 'cancellation';

export const MEETING_KINDS = ['regular', 'extraordinary'] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];

export const MEETING_FORMATS = ['in_person', 'online', 'hybrid'] as const;
export type MeetingFormat = (typeof MEETING_FORMATS)[number];

/** States in which the agenda may change: until closing (domain, section 3). */
export const AGENDA_OPEN: readonly MeetingState[] = ['planned', 'announced', 'open'];

/** States in which attendance may be recorded, from the meeting's day on. */
export const ATTENDANCE_OPEN: readonly MeetingState[] = ['announced', 'open'];

/** States in which time, place and form may change; afterwards only the links. */
export const PLAN_OPEN: readonly MeetingState[] = ['planned', 'announced'];

/** States in which a carried item may lead to a recommendation. */
export const DECIDED: readonly MeetingState[] = ['open', 'closed'];

/** Moves a person may ask for; that an opening fails is not one of them. */
export function movesFrom(state: MeetingState): string[] {
  return meetingLifecycle.possible(state).filter((move) => move !== 'inquoracy');
}
