import type { Act } from '../platform/journal/index.js';
import type { Actor, DayKind, LocalDate, LocalizedText } from '../platform/kernel/index.js';

/** What a person says of a day; `ordinary` takes the exception away. */
export interface DayChange {
  readonly kind: DayKind | 'ordinary';
  readonly name?: LocalizedText;
  readonly basis: string;
}

/** A due date that is another one under the present calendar. */
export interface Shift {
  readonly kind: string;
  readonly id: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Days of whole years were read from a file. */
export function calendarImported(years: readonly number[], changed: number, by: Actor): Act {
  return { what: 'calendar.imported', subject: { kind: 'calendar', id: 'days' }, by, data: { years, changed } };
}

/** One day was given another kind. */
export function daySet(date: LocalDate, from: string, { kind, basis }: DayChange, by: Actor): Act {
  return { what: 'day.set', subject: { kind: 'day', id: date }, by, data: { from, to: kind, basis } };
}

/** A due date moved because the calendar changed. */
export function dueDateMoved({ kind, id, from, to }: Shift, by: Actor, isPublic: boolean): Act {
  return { what: `${kind}.due-date-moved`, subject: { kind, id }, by, data: { from, to }, public: isPublic };
}
