import { invalidAt, notPossibleNow, type LocalDate } from '../platform/kernel/index.js';
import { movesFrom, type MeetingState } from './meeting.lifecycle.js';

/** Facts of a meeting are recorded from its day on; throws `not-possible-now` before. */
export function refuseBeforeDay(
  meeting: { readonly state: MeetingState; readonly day: LocalDate },
  today: LocalDate,
): void {
  if (today >= meeting.day) return;
  const possible = movesFrom(meeting.state).filter((move) => move !== 'opening');
  throw notPossibleNow('before-the-day', { state: meeting.state, possible, params: { day: meeting.day } });
}

/** The instant of a fact: as given, else now. Throws `invalid` when it lies ahead or does not fit. */
export function instantOf(
  given: string | undefined,
  now: Date,
  { pointer, fits }: { readonly pointer: string; readonly fits: (at: Date) => boolean },
): Date {
  if (given === undefined) return now;
  const at = new Date(given);
  if (at > now || !fits(at)) throw invalidAt(pointer, 'instant-out-of-range');
  return at;
}
