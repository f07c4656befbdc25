import type { LocalDate, Term, WorkingCalendar } from '../platform/kernel/index.js';

/** A rule that was not kept: the act stands, the breach is shown. */
export interface Breach {
  readonly rule: string;
  /** The last day on which the act was in time. */
  readonly required: LocalDate;
  /** The day of the act; null while it has not been done. */
  readonly actual: LocalDate | null;
}

/** The last day on which the agenda is announced in time (M5.notice). */
export function noticeDay(calendar: WorkingCalendar, meetsOn: LocalDate, notice: Term): LocalDate {
  return calendar.latestBefore(meetsOn, notice).on;
}

/** M5.notice, when the agenda or an item of it was made public later than on the last day in time. */
export function noticeBreaches(latest: LocalDate | null, announcedOn: LocalDate | null): Breach[] {
  if (latest === null || announcedOn === null || announcedOn <= latest) return [];
  return [{ rule: 'M5.notice', required: latest, actual: announcedOn }];
}
