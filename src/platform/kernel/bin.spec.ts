import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isBin } from './bin.js';

const first = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 11, maxLength: 11 })
  .map((digits) => digits.join(''));
const endings = (digits: string): string[] => Array.from({ length: 10 }, (_, last) => `${digits}${last}`).filter(isBin);

describe('a business identification number', () => {
  it('is known by its check digit', () => {
    // Numbers of two large companies, as they publish them, and the same with another digit.
    expect(['971240001315', '020240000555'].map(isBin)).toEqual([true, true]);
    expect(['971240001316', '020240000556', '123456789012'].map(isBin)).toEqual([false, false, false]);
  });

  it('has one check digit at most', () => {
    fc.assert(
      fc.property(first, (digits) => {
        expect(endings(digits).length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is twelve digits as a text', () => {
    for (const wrong of ['', '97124000131', '9712400013155', '97124000131x', ' 971240001315', 971240001315, null]) {
      expect(isBin(wrong)).toBe(false);
    }
  });
});
