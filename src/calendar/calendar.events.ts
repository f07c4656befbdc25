import type { Act } from '../platform/journal/index.js';
import type { Actor, DayKind, LocalDate, LocalizedText } from '../platform/kernel/index.js';

/** What a person says of a day; `ordinary` takes the exception away. */
export interface DayChange {
  readonly kind: DayKind | 'ordinary';
  readonly name?: LocalizedText;
  readonly basis: string;
}

/** A due date that is another one under the present calendar; where both days are one, it only became final. */
export interface Shift {
  readonly kind: string;
  readonly id: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** True while a year that decides the new date is not loaded. */
  readonly provisional: boolean;
}

/** Days of whole years were read from a file. */
export function calendarImported(years: readonly number[], changed: number, by: Actor): Act {
  return { what: 'calendar.imported', subject: { kind: 'calendar', id: 'days' }, by, data: { years, changed } };
}

/** All special days of a year are entered: it counts as loaded. */
export function yearCompleted(year: number, basis: string, by: Actor): Act {
  return { what: 'calendar.year-completed', subject: { kind: 'calendar', id: String(year) }, by, data: { basis } };
}

/** One day was given another kind. */
export function daySet(date: LocalDate, from: string, { kind, basis }: DayChange, by: Actor): Act {
  return { what: 'day.set', subject: { kind: 'day', id: date }, by, data: { from, to: kind, basis } };
}

/** A due date moved because the calendar changed, or became final because a year was loaded. */
export function dueDateRecalculated(shift: Shift, by: Actor, isPublic: boolean): Act {
  const { kind, id, from, to, provisional } = shift;
  const what = from === to ? `${kind}.due-date-settled` : `${kind}.due-date-moved`;
  return { what, subject: { kind, id }, by, data: { from, to, provisional }, public: isPublic };
}
