import type { DueDate, LocalDate, Term, WorkingCalendar } from '../platform/kernel/index.js';

/** The last day of the assessed body's right of reply (A1), counted from the request. */
export function replyDue(requestedOn: LocalDate, term: Term, calendar: WorkingCalendar): DueDate {
  return calendar.due(requestedOn, term);
}

/** The last day for an action or a reasoned refusal on each weak indicator (A2.gap), counted from publication. */
export function gapsDue(publishedOn: LocalDate, term: Term, calendar: WorkingCalendar): DueDate {
  return calendar.due(publishedOn, term);
}

/** True while the body may still wait: the term ends with the end of its last day. */
export function isReplyAwaited(today: LocalDate, dueOn: LocalDate, replied: boolean): boolean {
  return !replied && today <= dueOn;
}
