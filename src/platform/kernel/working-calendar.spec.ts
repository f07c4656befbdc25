import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { type SpecialDay, type Term, type TermUnit, WorkingCalendar } from './working-calendar.js';

const ROWS = parse<SpecialDay>(readFileSync(new URL('../../calendar/days.csv', import.meta.url)), { columns: true });
const LOADED = [2023, 2024, 2025, 2026, 2027];
const real = new WorkingCalendar(ROWS, LOADED);

const wd = (amount: number): Term => ({ amount, unit: 'wd' });
const cd = (amount: number): Term => ({ amount, unit: 'cd' });
const months = (amount: number): Term => ({ amount, unit: 'month' });
const years = (amount: number): Term => ({ amount, unit: 'year' });

describe('days of work', () => {
  it('are Monday to Friday in a year of which nothing else is known', () => {
    const empty = new WorkingCalendar([], []);
    expect(['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'].map((day) => empty.isWorkingDay(day))).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect(empty.isLoaded(2026)).toBe(false);
    expect(real.isLoaded(2026)).toBe(true);
    expect(real.isLoaded(2028)).toBe(false);
  });

  it('are none on holidays, on their substitute days and on days off', () => {
    expect(real.isWorkingDay('2026-01-01')).toBe(false);
    expect(real.isWorkingDay('2026-01-07')).toBe(false);
    expect(real.isWorkingDay('2026-03-24')).toBe(false);
    expect(real.isWorkingDay('2026-03-25')).toBe(false);
    expect(real.isWorkingDay('2026-03-26')).toBe(true);
    expect(real.isWorkingDay('2026-08-31')).toBe(true);
    expect(real.isWorkingDay('2027-03-15')).toBe(false);
  });

  it('may be moved to a Saturday or a Sunday, and the day given for it is off', () => {
    expect(real.isWorkingDay('2024-05-04')).toBe(true);
    expect(real.isWorkingDay('2024-05-08')).toBe(false);
    expect(real.isWorkingDay('2023-07-01')).toBe(true);
    expect(real.isWorkingDay('2023-07-07')).toBe(false);
    expect(real.isWorkingDay('2025-01-05')).toBe(true);
    expect(real.isWorkingDay('2025-01-03')).toBe(false);
  });
});

describe('a term forward', () => {
  it('counts working days from the next day, over New Year and Christmas', () => {
    expect(real.due('2025-12-30', wd(1))).toEqual({ on: '2025-12-31', provisional: false });
    expect(real.due('2025-12-30', wd(2))).toEqual({ on: '2026-01-05', provisional: false });
    expect(real.due('2025-12-30', wd(4))).toEqual({ on: '2026-01-08', provisional: false });
    expect(real.due('2024-12-31', wd(1)).on).toBe('2025-01-05');
  });

  it('skips Nauryz with its substitute days', () => {
    expect(real.due('2026-03-20', wd(1)).on).toBe('2026-03-26');
    expect(real.due('2025-03-20', wd(1)).on).toBe('2025-03-26');
    expect(real.due('2024-03-20', wd(1)).on).toBe('2024-03-26');
    expect(real.due('2026-03-19', wd(10)).on).toBe('2026-04-07');
  });

  it('skips the May holidays and counts a Saturday to which work was moved', () => {
    expect(real.due('2024-05-03', wd(1)).on).toBe('2024-05-04');
    expect(real.due('2024-05-03', wd(2)).on).toBe('2024-05-06');
    expect(real.due('2024-05-03', wd(3)).on).toBe('2024-05-10');
    expect(real.due('2026-05-06', wd(2)).on).toBe('2026-05-12');
  });

  it('in calendar days that ends on a day off moves to the next working day', () => {
    expect(real.due('2026-03-11', cd(10)).on).toBe('2026-03-26');
    expect(real.due('2024-04-24', cd(10)).on).toBe('2024-05-04');
    expect(real.due('2026-06-05', cd(10)).on).toBe('2026-06-15');
  });

  it('of a month ends on the same day of the next month or on its last day, moved if that is a day off', () => {
    expect(real.due('2026-03-31', months(1)).on).toBe('2026-04-30');
    expect(real.due('2026-01-31', months(1)).on).toBe('2026-03-02');
    expect(real.due('2024-01-29', months(1)).on).toBe('2024-02-29');
    expect(real.due('2026-02-21', months(1)).on).toBe('2026-03-26');
    expect(real.due('2024-02-29', years(1)).on).toBe('2025-02-28');
  });

  it('is provisional exactly when a day that decides it lies in a year not loaded', () => {
    expect(real.due('2027-12-30', wd(1))).toEqual({ on: '2027-12-31', provisional: false });
    expect(real.due('2027-12-31', wd(1))).toEqual({ on: '2028-01-03', provisional: true });
    expect(real.due('2027-12-24', cd(8))).toEqual({ on: '2028-01-03', provisional: true });
    expect(real.due('2027-12-03', months(1))).toEqual({ on: '2028-01-03', provisional: true });
    expect(real.due('2022-12-30', wd(1))).toEqual({ on: '2023-01-04', provisional: true });
    expect(real.due('2022-12-31', wd(1))).toEqual({ on: '2023-01-04', provisional: false });
    expect(real.due('2022-12-30', months(1))).toEqual({ on: '2023-01-30', provisional: false });
  });

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 10_001])('refuses %p as an amount', (amount) => {
    const units: readonly TermUnit[] = ['wd', 'cd', 'month', 'year'];
    for (const unit of units) {
      expect(() => real.due('2026-11-22', { amount, unit })).toThrow(RangeError);
      expect(() => real.latestBefore('2026-11-22', { amount, unit })).toThrow(RangeError);
    }
  });
});

describe('a term backward', () => {
  it('has the day before as its first counted day and skips days off', () => {
    expect(real.latestBefore('2026-11-30', wd(5)).on).toBe('2026-11-23');
    expect(real.latestBefore('2026-11-29', wd(5)).on).toBe('2026-11-23');
    expect(real.latestBefore('2026-03-26', wd(1)).on).toBe('2026-03-20');
    expect(real.latestBefore('2024-05-06', wd(1)).on).toBe('2024-05-04');
    expect(real.latestBefore('2026-01-05', wd(1)).on).toBe('2025-12-31');
  });

  it('of calendar days or months is not moved when it falls on a day off', () => {
    expect(real.latestBefore('2026-03-31', cd(10)).on).toBe('2026-03-21');
    expect(real.latestBefore('2026-04-30', months(2)).on).toBe('2026-02-28');
    expect(real.latestBefore('2026-05-21', months(2)).on).toBe('2026-03-21');
    expect(real.latestBefore('2028-02-29', years(1)).on).toBe('2027-02-28');
  });

  it('is provisional only while working days of a year not loaded are counted', () => {
    expect(real.latestBefore('2028-01-04', wd(1))).toEqual({ on: '2028-01-03', provisional: true });
    expect(real.latestBefore('2028-01-01', wd(1))).toEqual({ on: '2027-12-31', provisional: false });
    expect(real.latestBefore('2028-01-04', cd(10))).toEqual({ on: '2027-12-25', provisional: false });
  });
});

describe('working days between two dates', () => {
  it('are counted after the first up to and including the second', () => {
    expect(real.workingDaysBetween('2026-11-23', '2026-11-23')).toBe(0);
    expect(real.workingDaysBetween('2026-11-20', '2026-11-23')).toBe(1);
    expect(real.workingDaysBetween('2026-11-20', '2026-11-22')).toBe(0);
    expect(real.workingDaysBetween('2026-11-23', '2026-11-20')).toBe(0);
    expect(real.workingDaysBetween('2025-12-31', '2026-12-31')).toBe(247);
  });
});

describe('a window', () => {
  it('must hold the whole last working day, and may close on a day off', () => {
    expect(real.windowIsAtLeast('2026-11-02', '2026-11-16', wd(10))).toBe(true);
    expect(real.windowIsAtLeast('2026-11-02', '2026-11-15', wd(10))).toBe(false);
    expect(real.windowIsAtLeast('2026-11-02', '2026-11-22', wd(10))).toBe(true);
    expect(real.windowIsAtLeast('2026-03-19', '2026-04-06', wd(10))).toBe(false);
    expect(real.windowIsAtLeast('2026-03-19', '2026-04-07', wd(10))).toBe(true);
  });
});
