import { describe, expect, it } from '@jest/globals';
import { WorkingCalendar } from '../platform/kernel/index.js';
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

  it('flags only what was announced after the last day in time', () => {
    expect(noticeBreaches('2026-03-17', '2026-03-17')).toEqual([]);
    expect(noticeBreaches('2026-03-17', '2026-03-18')).toEqual([
      { rule: 'M5.notice', required: '2026-03-17', actual: '2026-03-18' },
    ]);
    expect(noticeBreaches(null, null)).toEqual([]);
  });
});
