import { holdsFor, verdict, type Actor, type Verdict } from '../platform/kernel/index.js';

/** What rights on a meeting depend on. */
export interface MeetingScope {
  readonly councilId: string;
  /** Public from the announcement on (M2). */
  readonly isPublic: boolean;
}

/** Before the announcement only the council's secretary and members know of a meeting. */
export function maySee(by: Actor, { councilId, isPublic }: MeetingScope): Verdict {
  if (isPublic) return 'allowed';
  return verdict(by, 'meeting.read-unpublished', { councilId }, 'hidden');
}

/** The council's secretary plans and announces its meetings. */
export function mayPlan(by: Actor, meeting: MeetingScope): Verdict {
  return verdict(by, 'meeting.plan', { councilId: meeting.councilId }, refusalFor(by, meeting));
}

/** The council's secretary records what happens at a meeting. */
export function mayRecord(by: Actor, meeting: MeetingScope): Verdict {
  return verdict(by, 'meeting.record', { councilId: meeting.councilId }, refusalFor(by, meeting));
}

/** True for those who see a council's meetings before they are announced. */
export function seesUnpublished(by: Actor, councilId: string): boolean {
  return holdsFor(by, 'meeting.read-unpublished', { councilId });
}

function refusalFor(by: Actor, meeting: MeetingScope): 'hidden' | 'not-allowed' {
  return maySee(by, meeting) === 'allowed' ? 'not-allowed' : 'hidden';
}
