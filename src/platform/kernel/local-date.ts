/** A calendar date without a zone, `YYYY-MM-DD`: what the law counts in. */
export type LocalDate = string;

/** Civil time of Kazakhstan: a term given to a date ends with the end of that day here (domain, section 4). */
export const ZONE = 'Asia/Almaty';

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;
const MS_PER_DAY = 86_400_000;
/** Length of `toISOString` for a year of four digits. */
const ISO_LENGTH = 24;

/** The years in which dates are taken; a term that begins in one of them ends on a date of four digits, too. */
export const YEARS = { from: 1900, to: 2199 } as const;

/** True for an existing date of the form `YYYY-MM-DD` from 1900 to 2199, so `2026-02-29` is none. */
export function isLocalDate(value: unknown): value is LocalDate {
  if (typeof value !== 'string' || !SHAPE.test(value)) return false;
  const year = Number(value.slice(0, 4));
  if (year < YEARS.from || year > YEARS.to) return false;
  const at = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
}

/** The date `days` calendar days after `date` (before it when negative). Throws beyond the year 9999. */
export function addDays(date: LocalDate, days: number): LocalDate {
  const iso = new Date(Date.parse(`${date}T00:00:00Z`) + days * MS_PER_DAY).toISOString();
  // A longer text would be cut to what is no date, and counting on from there would never end.
  if (iso.length !== ISO_LENGTH) throw new RangeError(`No date ${days} days from ${date}.`);
  return iso.slice(0, 10);
}

/** Same day `months` later, or the last day of that month when it has no such day. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, last));
  return first.toISOString().slice(0, 10);
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MS_PER_DAY);
}

/** 0 for Sunday to 6 for Saturday. */
export function dayOfWeek(date: LocalDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

const inZone = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** The calendar date it is in Kazakhstan at this instant. */
export function localDateOf(instant: Date): LocalDate {
  const part = partsOf(instant);
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** The first instant of a date in Kazakhstan; the term given to the day before has ended then. */
export function startOf(date: LocalDate): Date {
  const asUtc = Date.parse(`${date}T00:00:00Z`);
  const guess = new Date(asUtc - offsetMs(new Date(asUtc)));
  return new Date(asUtc - offsetMs(guess));
}

function offsetMs(instant: Date): number {
  const part = partsOf(instant);
  const wall = Date.parse(
    `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}Z`,
  );
  return wall - Math.floor(instant.getTime() / 1000) * 1000;
}

function partsOf(instant: Date): (type: Intl.DateTimeFormatPartTypes) => string {
  const parts = new Map(inZone.formatToParts(instant).map(({ type, value }) => [type, value]));
  return (type) => parts.get(type) ?? '';
}
