import { addDays, addMonths, dayOfWeek, type LocalDate } from './local-date.js';

/** How a day differs from the ordinary week; substitute days are rows like any other, no holiday rule is in code. */
export type DayKind = 'holiday' | 'day_off' | 'working_day_moved';

/** A day that is not what its place in the week says. */
export interface SpecialDay {
  readonly date: LocalDate;
  readonly kind: DayKind;
}

/** Working days, calendar days, months or years. */
export type TermUnit = 'wd' | 'cd' | 'month' | 'year';

/** A length of time as the law gives it; `amount` is a whole number from 1 to 10,000. */
export interface Term {
  readonly amount: number;
  readonly unit: TermUnit;
}

/** A date that a term leads to; `provisional` while a year that decides it is not loaded. */
export interface DueDate {
  readonly on: LocalDate;
  readonly provisional: boolean;
}

const LONGEST = 10_000;

/** The days of work in Kazakhstan, and the terms counted over them (domain, section 4). */
export class WorkingCalendar {
  private readonly kinds: ReadonlyMap<LocalDate, DayKind>;
  private readonly loaded: ReadonlySet<number>;

  /** `days` may come in any order; a year counts as loaded only when it is named, with or without rows. */
  constructor(days: Iterable<SpecialDay>, loadedYears: Iterable<number>) {
    this.kinds = new Map(Array.from(days, ({ date, kind }) => [date, kind]));
    this.loaded = new Set(loadedYears);
  }

  /** True when the special days of this year are known; otherwise only its weekends are. */
  isLoaded(year: number): boolean {
    return this.loaded.has(year);
  }

  /** Monday to Friday except holidays and days off, and any day to which work was moved. */
  isWorkingDay(date: LocalDate): boolean {
    const kind = this.kinds.get(date);
    if (kind !== undefined) return kind === 'working_day_moved';
    const day = dayOfWeek(date);
    return day !== 0 && day !== 6;
  }

  /** The last day of a term given on `from`: counted from the next day, moved to a working day if it ends on none. */
  due(from: LocalDate, term: Term): DueDate {
    assertTerm(term);
    if (term.unit === 'wd') return this.nthWorkingDay(from, term.amount, 1);
    const end = shift(from, term, 1);
    const on = this.isWorkingDay(end) ? end : this.nthWorkingDay(end, 1, 1).on;
    return { on, provisional: this.hasGap(end, on) };
  }

  /** The last day on which an act is still `term` before `day`: the day before is the first counted; never moved. */
  latestBefore(day: LocalDate, term: Term): DueDate {
    assertTerm(term);
    if (term.unit === 'wd') return this.nthWorkingDay(day, term.amount, -1);
    return { on: shift(day, term, -1), provisional: false };
  }

  /** Working days after `from` up to and including `to`: `due(from, w wd)` is `to` when `to` is a working day. */
  workingDaysBetween(from: LocalDate, to: LocalDate): number {
    let count = 0;
    for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
      if (this.isWorkingDay(day)) count += 1;
    }
    return count;
  }

  /** True when a window open from `publishedOn` to the end of `closesOn` holds the whole last day of the term. */
  windowIsAtLeast(publishedOn: LocalDate, closesOn: LocalDate, term: Term): boolean {
    return closesOn >= this.due(publishedOn, term).on;
  }

  private nthWorkingDay(from: LocalDate, n: number, step: 1 | -1): DueDate {
    const first = addDays(from, step);
    let on = first;
    for (let left = n; ; on = addDays(on, step)) {
      if (this.isWorkingDay(on)) left -= 1;
      if (left === 0) break;
    }
    return { on, provisional: this.hasGap(first, on) };
  }

  /** True when the kind of a day between the two, both included, is unknown. */
  private hasGap(one: LocalDate, other: LocalDate): boolean {
    const [a, b] = [yearOf(one), yearOf(other)];
    for (let year = Math.min(a, b); year <= Math.max(a, b); year += 1) {
      if (!this.isLoaded(year)) return true;
    }
    return false;
  }
}

function shift(from: LocalDate, term: Term, direction: 1 | -1): LocalDate {
  const amount = term.amount * direction;
  if (term.unit === 'cd') return addDays(from, amount);
  return addMonths(from, term.unit === 'year' ? amount * 12 : amount);
}

function assertTerm({ amount, unit }: Term): void {
  if (!Number.isInteger(amount) || amount < 1 || amount > LONGEST) {
    throw new RangeError(`Not a term: ${amount} ${unit}`);
  }
}

function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}
