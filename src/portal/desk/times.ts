import { ZONE, type LocalDate } from '../../platform/kernel/index.js';

/** The Republic has one time zone, without summer time. */
const OFFSET = '+05:00';

const clockFace = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' });
const calendarDay = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE });

/** The time of day in Kazakhstan as a field holds it, such as `10:05`. */
export function timeField(at: Date | string | null): string | undefined {
  return at === null ? undefined : clockFace.format(new Date(at));
}

/** Day and time in Kazakhstan as a field holds them, such as `2026-11-25T10:05`. */
export function momentField(at: Date | string): string {
  return `${calendarDay.format(new Date(at))}T${clockFace.format(new Date(at))}`;
}

/** A time of day as an instant of the API; what is no time stays wrong. */
export function instantAt(day: LocalDate, time: string): string {
  return time === '' ? '' : `${day}T${time}${OFFSET}`;
}

/** Day and time as an instant of the API; what is none stays wrong. */
export function instantOf(moment: string): string {
  return moment === '' ? '' : `${moment}${OFFSET}`;
}
