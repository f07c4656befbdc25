import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { commentsCloseAt } from '../consultations/index.js';
import { localDateOf } from '../platform/kernel/index.js';

describe('the last day for comments', () => {
  it('is the same by the date of the comment as by the instant at which comments close', () => {
    const instant = fc.date({ min: new Date('2024-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
    const day = fc.integer({ min: -2, max: 2 });
    fc.assert(
      fc.property(instant, day, (at, shift) => {
        const closesOn = localDateOf(new Date(at.getTime() + shift * 86_400_000));
        expect(localDateOf(at) <= closesOn).toBe(at < commentsCloseAt(closesOn));
      }),
    );
  });
});
