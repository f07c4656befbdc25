import { describe, expect, it } from '@jest/globals';
import { WorkingCalendar } from '../platform/kernel/index.js';
import { convocationEnd, renewalDay } from './council.deadlines.js';

describe('the end of a convocation (C6)', () => {
  it.each([
    ['2026-03-02', { amount: 3, unit: 'year' }, '2029-03-02'],
    ['2024-02-29', { amount: 3, unit: 'year' }, '2027-02-28'],
    ['2026-01-31', { amount: 1, unit: 'month' }, '2026-02-28'],
    ['2026-03-02', { amount: 10, unit: 'cd' }, '2026-03-12'],
  ] as const)('counts from %s the term %j to %s', (from, term, until) => {
    expect(convocationEnd(from, term)).toBe(until);
  });

  it('is not moved by a day off', () => {
    expect(convocationEnd('2025-01-01', { amount: 1, unit: 'year' })).toBe('2026-01-01');
  });
});

describe('the renewal of a council (C7)', () => {
  const calendar = new WorkingCalendar([{ date: '2026-05-07', kind: 'holiday' }], [2026]);

  it.each([
    ['2026-07-31', { amount: 2, unit: 'month' }, '2026-05-31'],
    ['2026-04-30', { amount: 2, unit: 'month' }, '2026-02-28'],
    ['2026-07-07', { amount: 2, unit: 'month' }, '2026-05-07'],
    ['2026-07-07', { amount: 90, unit: 'cd' }, '2026-04-08'],
  ] as const)('before an end on %s starts %j earlier, on %s at the latest', (until, term, day) => {
    expect(renewalDay(calendar, until, term)).toBe(day);
  });
});
