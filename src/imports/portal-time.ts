import { addDays, daysBetween, isLocalDate, localDateOf, startOf, type LocalDate } from '../platform/kernel/index.js';

const DAY = /^(\d{2})\/(\d{2})\/(\d{4})$/;
const INSTANT = /^(\d{2})\/(\d{2})\/(\d{4}) (\d{2}):(\d{2})(?::(\d{2}))?$/;
const DAY_AND_TIME = /(\d{2})\/(\d{2}) - (\d{2}):(\d{2})/;
const MS_PER_SECOND = 1000;

/** `09/09/2026` of the portal as a date; undefined for anything else. */
export function dayOf(text: string): LocalDate | undefined {
  const [, day, month, year] = DAY.exec(text) ?? [];
  return existing(`${year}-${month}-${day}`);
}

/** `15/09/2026 15:55:00` of the portal, civil time of Kazakhstan, as an instant; undefined for anything else. */
export function instantOf(text: string): Date | undefined {
  const [, day, month, year, hour, minute, second = '0'] = INSTANT.exec(text) ?? [];
  const date = existing(`${year}-${month}-${day}`);
  return date === undefined ? undefined : at(date, Number(hour), Number(minute), Number(second));
}

/** The days on which a discussion could be commented. */
export interface Window {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** `10/09 - 11:05` of a comment: the portal leaves the year out; it is the one that is in the window or nearest to it. */
export function commentedAt(text: string, { from, to }: Window): Date | undefined {
  const outside = (date: LocalDate): number => Math.max(daysBetween(date, from), daysBetween(to, date), 0);
  const around = [Number(from.slice(0, 4)) - 1, Number(to.slice(0, 4)) + 1] as const;
  return yearless(text, around, (dates) => dates.sort((one, other) => outside(one) - outside(other))[0]);
}

/** The same for an answer: the first such day that is not before the day of the comment. */
export function answeredAt(text: string, comment: Date): Date | undefined {
  const since = localDateOf(comment);
  const year = Number(since.slice(0, 4));
  return yearless(text, [year, year + LEAP_CYCLE], (dates) => dates.find((date) => date >= since));
}

const LEAP_CYCLE = 8;

function yearless(
  text: string,
  [firstYear, lastYear]: readonly [number, number],
  choose: (dates: LocalDate[]) => LocalDate | undefined,
): Date | undefined {
  const [, day, month, hour, minute] = DAY_AND_TIME.exec(text) ?? [];
  const dates: LocalDate[] = [];
  for (let year = firstYear; year <= lastYear; year += 1) {
    const date = existing(`${year}-${month}-${day}`);
    if (date !== undefined) dates.push(date);
  }
  const date = choose(dates);
  return date === undefined ? undefined : at(date, Number(hour), Number(minute), 0);
}

function existing(date: string): LocalDate | undefined {
  return isLocalDate(date) ? date : undefined;
}

function at(date: LocalDate, hour: number, minute: number, second: number): Date | undefined {
  const instant = new Date(startOf(date).getTime() + ((hour * 60 + minute) * 60 + second) * MS_PER_SECOND);
  return instant < startOf(addDays(date, 1)) ? instant : undefined;
}
