import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { WorkingCalendar, type SpecialDay } from '../platform/kernel/index.js';
import { noticeBreaches, noticeDay } from './meeting.deadlines.js';

// Nauryz 2026: 21 to 23 March are holidays, of which two fall on the weekend, so 24 and 25 March are days off.
const days = [
  { date: '2026-03-21', kind: 'holiday' },
  { date: '2026-03-22', kind: 'holiday' },
  { date: '2026-03-23', kind: 'holiday' },
  { date: '2026-03-24', kind: 'day_off' },
  { date: '2026-03-25', kind: 'day_off' },
] as const;
const calendar = new WorkingCalendar(days, [2026]);
const notice = { amount: 5, unit: 'wd' } as const;

describe('the notice of a meeting (M5.notice)', () => {
  it('skips weekends and holidays backwards', () => {
    expect(noticeDay(calendar, '2026-03-13', notice)).toBe('2026-03-06');
    expect(noticeDay(calendar, '2026-03-27', notice)).toBe('2026-03-17');
  });

  // Counted by hand from the table of days.
  it.each([
    ['2026-01-05', '2025-12-25', 'over New Year'],
    ['2026-01-09', '2025-12-30', 'over New Year and Christmas'],
    ['2026-03-10', '2026-03-02', 'over Women’s Day and its substitute'],
    ['2026-03-26', '2026-03-16', 'over all of Nauryz'],
    ['2026-05-12', '2026-04-30', 'over 1, 7, 9 and 11 May'],
    ['2026-10-27', '2026-10-19', 'over Republic Day and its substitute'],
    ['2026-12-17', '2026-12-09', 'over Independence Day'],
    ['2027-01-08', '2026-12-29', 'over New Year, its substitute, and Christmas'],
    ['2027-03-16', '2027-03-05', 'over 8 and 15 March'],
    ['2027-03-25', '2027-03-12', 'over Nauryz and Constitution Day'],
    ['2027-05-11', '2027-04-29', 'over 3, 7 and 10 May'],
  ])('of %s is to be given on %s at the latest, %s', (meetsOn, latest) => {
    const rows = parse<SpecialDay>(readFileSync(new URL('../calendar/days.csv', import.meta.url)), { columns: true });
    expect(noticeDay(new WorkingCalendar(rows, [2025, 2026, 2027]), meetsOn, notice)).toBe(latest);
  });

  it('flags only what was announced after the last day in time', () => {
    expect(noticeBreaches('2026-03-17', '2026-03-17')).toEqual([]);
    expect(noticeBreaches('2026-03-17', '2026-03-18')).toEqual([
      { rule: 'M5.notice', required: '2026-03-17', actual: '2026-03-18' },
    ]);
    expect(noticeBreaches(null, null)).toEqual([]);
  });
});
