import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, addMonths, dayOfWeek, daysBetween, isLocalDate, localDateOf, startOf } from './local-date.js';

const HOUR = 3_600_000;
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const lengthOf = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (LENGTHS[month - 1] as number);
const iso = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

const aDate = fc
  .tuple(fc.integer({ min: 1990, max: 2100 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .map(([year, month, day]) => iso(year, month, Math.min(day, lengthOf(year, month))));

describe('a calendar date', () => {
  it.each(['2026-01-01', '2024-02-29', '2000-02-29', '2026-12-31'])('exists: %s', (date) => {
    expect(isLocalDate(date)).toBe(true);
  });

  it.each([
    ...['2026-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-01-00'],
    ...[
      '2026-1-1',
      ' 2026-01-01',
      '2026-01-01T00:00:00Z',
      '20260101',
      '+002026-01-01',
      '',
      null,
      20260101,
      new Date(0),
    ],
    // A slip of the keyboard, and years in which counting days would leave the calendar of the database.
    ...['0000-01-01', '0026-03-10', '1899-12-31', '2200-01-01', '9999-12-31'],
  ])('does not exist: %p', (value) => {
    expect(isLocalDate(value)).toBe(false);
  });

  it('exists exactly when its month is long enough, from 1900 to 2199', () => {
    const [year, month, day] = [fc.integer({ min: 1890, max: 2210 }), fc.nat(14), fc.nat(33)];
    fc.assert(
      fc.property(year, month, day, (y, m, d) => {
        const exists = y >= 1900 && y <= 2199 && m >= 1 && m <= 12 && d >= 1 && d <= lengthOf(y, m);
        expect(isLocalDate(iso(y, m, d))).toBe(exists);
      }),
    );
  });
});

describe('counting from a date', () => {
  it('ends with a fault beyond the last year of four digits, never in what is no date', () => {
    expect(addDays('9999-12-30', 1)).toBe('9999-12-31');
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addDays('0000-01-01', -1)).toThrow(RangeError);
  });

  it('goes over the end of February with and without a leap day', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  });

  it('gives the last day of a month that has no such day', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
    expect(addMonths('2024-02-29', 48)).toBe('2028-02-29');
    expect(addMonths('2026-08-31', -2)).toBe('2026-06-30');
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
  });

  it('is undone by counting back as many days', () => {
    fc.assert(
      fc.property(aDate, fc.integer({ min: -3000, max: 3000 }), (date, days) => {
        const moved = addDays(date, days);
        expect(isLocalDate(moved)).toBe(true);
        expect(addDays(moved, -days)).toBe(date);
        expect(daysBetween(date, moved)).toBe(days);
      }),
    );
  });

  it('lands in the month meant, on the same day or on its last', () => {
    fc.assert(
      fc.property(aDate, fc.integer({ min: -60, max: 60 }), (date, months) => {
        const [year, month, day] = date.split('-').map(Number) as [number, number, number];
        const index = year * 12 + (month - 1) + months;
        const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1];
        expect(addMonths(date, months)).toBe(iso(toYear, toMonth, Math.min(day, lengthOf(toYear, toMonth))));
      }),
    );
  });

  it('knows the days of the week', () => {
    expect(dayOfWeek('2026-11-22')).toBe(0);
    expect(dayOfWeek('2024-03-01')).toBe(5);
    fc.assert(
      fc.property(aDate, (date) => {
        expect(dayOfWeek(addDays(date, 1))).toBe((dayOfWeek(date) + 1) % 7);
      }),
    );
  });
});

describe('the day in Kazakhstan', () => {
  it('begins at 18:00 UTC before 1 March 2024 and at 19:00 UTC since', () => {
    expect(startOf('2024-02-29').toISOString()).toBe('2024-02-28T18:00:00.000Z');
    expect(startOf('2024-03-01').toISOString()).toBe('2024-02-29T19:00:00.000Z');
    expect(startOf('2026-07-01').toISOString()).toBe('2026-06-30T19:00:00.000Z');
  });

  it('lasted 25 hours on 29 February 2024, so a term given to it ended an hour later', () => {
    expect(startOf('2024-03-01').getTime() - startOf('2024-02-29').getTime()).toBe(25 * HOUR);
    expect(localDateOf(new Date('2024-02-29T17:59:59.999Z'))).toBe('2024-02-29');
    expect(localDateOf(new Date('2024-02-29T18:30:00Z'))).toBe('2024-02-29');
    expect(localDateOf(new Date('2024-02-29T18:59:59.999Z'))).toBe('2024-02-29');
    expect(localDateOf(new Date('2024-02-29T19:00:00Z'))).toBe('2024-03-01');
  });

  it('is the date from its first instant to the last before the next', () => {
    const recent = fc.integer({ min: 0, max: 40 * 365 }).map((days) => addDays('2006-01-01', days));
    fc.assert(
      fc.property(recent, (date) => {
        const [start, end] = [startOf(date), startOf(addDays(date, 1))];
        expect(localDateOf(start)).toBe(date);
        expect(localDateOf(new Date(start.getTime() - 1))).toBe(addDays(date, -1));
        expect(localDateOf(new Date(end.getTime() - 1))).toBe(date);
      }),
    );
  });
});
