import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { addDays, daysBetween, type LocalDate } from './local-date.js';
import { type DueDate, type SpecialDay, type Term, WorkingCalendar } from './working-calendar.js';

const ROWS = parse<SpecialDay>(readFileSync(new URL('../../calendar/days.csv', import.meta.url)), { columns: true });
const LOADED = [2023, 2024, 2025, 2026, 2027];
const real = new WorkingCalendar(ROWS, LOADED);

const wd = (amount: number): Term => ({ amount, unit: 'wd' });
const cd = (amount: number): Term => ({ amount, unit: 'cd' });
const months = (amount: number): Term => ({ amount, unit: 'month' });
const years = (amount: number): Term => ({ amount, unit: 'year' });

/** A calendar made without the code under test: every day of 2020–2032 in a list, with whether it is worked. */
interface OracleDay {
  date: LocalDate;
  year: number;
  month: number;
  day: number;
  works: boolean;
}

function oracleDays(rows: readonly SpecialDay[]): OracleDay[] {
  const list: OracleDay[] = [];
  // 1 January 2020 was a Wednesday.
  let weekday = 3;
  for (let year = 2020; year <= 2032; year += 1) {
    const february = year % 4 === 0 ? 29 : 28;
    for (const [at, length] of [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].entries()) {
      for (let day = 1; day <= length; day += 1) {
        const date = [year, at + 1, day].map((part) => String(part).padStart(2, '0')).join('-');
        const row = rows.find((special) => special.date === date);
        const works = row ? row.kind === 'working_day_moved' : weekday % 7 !== 0 && weekday % 7 !== 6;
        list.push({ date, year, month: at + 1, day, works });
        weekday += 1;
      }
    }
  }
  return list;
}

class Oracle {
  private readonly list: OracleDay[];
  private readonly positions: Map<LocalDate, number>;
  /** Positions of the days of work. */
  private readonly worked: number[];

  constructor(
    rows: readonly SpecialDay[],
    private readonly loaded: readonly number[],
  ) {
    this.list = oracleDays(rows);
    this.positions = new Map(this.list.map(({ date }, at) => [date, at]));
    this.worked = [...this.list.keys()].filter((at) => this.day(at).works);
  }

  private day(at: number): OracleDay {
    return this.list[at] as OracleDay;
  }

  private at(date: LocalDate): number {
    return this.positions.get(date) as number;
  }

  works(date: LocalDate): boolean {
    return this.day(this.at(date)).works;
  }

  private sameDay(at: number, monthsOn: number): number {
    const { year, month, day } = this.day(at);
    const wanted = year * 12 + month - 1 + monthsOn;
    const inMonth = [...this.list.keys()].filter(
      (other) => this.day(other).year * 12 + this.day(other).month - 1 === wanted,
    );
    return inMonth[day - 1] ?? (inMonth.at(-1) as number);
  }

  private dueDate(on: number, from: number, to: number): DueDate {
    const decisive = this.list.slice(from, to + 1);
    return { on: this.day(on).date, provisional: !decisive.every(({ year }) => this.loaded.includes(year)) };
  }

  due(from: LocalDate, { amount, unit }: Term): DueDate {
    const start = this.at(from);
    if (unit === 'wd') {
      const on = this.worked.filter((at) => at > start)[amount - 1] as number;
      return this.dueDate(on, start + 1, on);
    }
    const end = unit === 'cd' ? start + amount : this.sameDay(start, unit === 'month' ? amount : amount * 12);
    const on = this.worked.find((at) => at >= end) as number;
    return this.dueDate(on, end, on);
  }

  latestBefore(day: LocalDate, { amount, unit }: Term): DueDate {
    const end = this.at(day);
    if (unit === 'wd') {
      const on = this.worked.filter((at) => at < end).at(-amount) as number;
      return this.dueDate(on, on, end - 1);
    }
    const on = unit === 'cd' ? end - amount : this.sameDay(end, -(unit === 'month' ? amount : amount * 12));
    return { on: this.day(on).date, provisional: false };
  }

  workingDaysBetween(from: LocalDate, to: LocalDate): number {
    return this.worked.filter((at) => this.day(at).date > from && this.day(at).date <= to).length;
  }
}

const oracle = new Oracle(ROWS, LOADED);
const everyDay = Array.from({ length: daysBetween('2023-01-01', '2027-12-31') + 1 }, (_, n) =>
  addDays('2023-01-01', n),
);
const aDay = fc.constantFrom(...everyDay);
const anyTerm = fc.oneof(
  fc.integer({ min: 1, max: 60 }).map(wd),
  fc.integer({ min: 1, max: 120 }).map(cd),
  fc.integer({ min: 1, max: 24 }).map(months),
  fc.integer({ min: 1, max: 2 }).map(years),
);

describe('the calendar agrees with counting on fingers', () => {
  it('on every day from 2023 to 2027', () => {
    expect(ROWS).toHaveLength(100);
    expect(new Set(ROWS.map(({ date }) => date)).size).toBe(100);
    expect(everyDay.filter((day) => real.isWorkingDay(day) !== oracle.works(day))).toEqual([]);
    expect(everyDay.filter((day) => day.startsWith('2026') && real.isWorkingDay(day))).toHaveLength(247);
  });

  it('on every term of the rulebook given on any day of five years', () => {
    const terms = [...[2, 3, 5, 7, 10, 15].map(wd), cd(10), months(1), months(2), months(6), months(12)];
    const wrong = terms.flatMap((term) =>
      everyDay.filter((day) => {
        const [actual, expected] = [real.due(day, term), oracle.due(day, term)];
        return actual.on !== expected.on || actual.provisional !== expected.provisional;
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('on any term given on any day', () => {
    fc.assert(
      fc.property(aDay, anyTerm, (day, term) => {
        expect(real.due(day, term)).toEqual(oracle.due(day, term));
      }),
      { numRuns: 1000 },
    );
  });

  it('whatever days are declared off, worked or not known', () => {
    const row = fc.record({
      date: fc.integer({ min: 0, max: 120 }).map((n) => addDays('2025-11-15', n)),
      kind: fc.constantFrom<SpecialDay['kind']>('holiday', 'day_off', 'working_day_moved'),
    });
    const rows = fc.uniqueArray(row, { selector: ({ date }) => date, maxLength: 60 });
    const start = fc.integer({ min: 0, max: 90 }).map((n) => addDays('2025-11-15', n));
    fc.assert(
      fc.property(rows, fc.subarray([2025, 2026, 2027, 2028]), start, anyTerm, (days, loaded, day, term) => {
        const [calendar, expected] = [new WorkingCalendar(days, loaded), new Oracle(days, loaded)];
        expect(calendar.due(day, term)).toEqual(expected.due(day, term));
        expect(calendar.latestBefore(day, term)).toEqual(expected.latestBefore(day, term));
      }),
      { numRuns: 150 },
    );
  });

  it('on a term that never ends on a day off, and never earlier when it is longer', () => {
    fc.assert(
      fc.property(aDay, anyTerm, (day, term) => {
        const { on } = real.due(day, term);
        expect(real.isWorkingDay(on)).toBe(true);
        expect(real.due(day, { ...term, amount: term.amount + 1 }).on >= on).toBe(true);
      }),
    );
  });

  it('on any term before any day', () => {
    fc.assert(
      fc.property(aDay, anyTerm, (day, term) => {
        expect(real.latestBefore(day, term)).toEqual(oracle.latestBefore(day, term));
      }),
      { numRuns: 1000 },
    );
  });

  it('on a notice that leaves exactly so many working days before the day', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 1, max: 40 }), (day, amount) => {
        const { on } = real.latestBefore(day, wd(amount));
        expect(real.workingDaysBetween(addDays(on, -1), addDays(day, -1))).toBe(amount);
      }),
    );
  });

  it('on the working days up to a due date', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 1, max: 60 }), (day, amount) => {
        expect(real.workingDaysBetween(day, real.due(day, wd(amount)).on)).toBe(amount);
      }),
    );
  });

  it('on the working days between any two dates', () => {
    fc.assert(
      fc.property(aDay, aDay, (one, other) => {
        expect(real.workingDaysBetween(one, other)).toBe(oracle.workingDaysBetween(one, other));
      }),
    );
  });

  it('on a window that is long enough exactly when so many working days follow its publication', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: -5, max: 40 }), fc.integer({ min: 1, max: 20 }), (day, length, amount) => {
        const closesOn = addDays(day, length);
        const held = oracle.workingDaysBetween(day, closesOn);
        expect(real.windowIsAtLeast(day, closesOn, wd(amount))).toBe(held >= amount);
      }),
      { numRuns: 1000 },
    );
  });
});
