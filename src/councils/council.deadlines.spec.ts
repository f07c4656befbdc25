import { describe, expect, it } from '@jest/globals';
import { convocationEnd } from './council.deadlines.js';

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
