import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { newReceiptNumber, readReceiptNumber, receiptNumberOf } from './receipt-number.js';

const bytes = fc.uint8Array({ minLength: 28, maxLength: 28 });

describe('a receipt number', () => {
  it('has 28 symbols in groups of four, none of which is I, L, O or U', () => {
    fc.assert(
      fc.property(bytes, (some) => {
        expect(receiptNumberOf(some)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){6}$/);
      }),
    );
  });

  it('is read as it was written, in any case, with other hyphens and with look-alikes', () => {
    const typed = (number: string, style: number): string =>
      [
        number,
        number.toLowerCase(),
        number.replaceAll('-', ''),
        number.replaceAll('-', ' '),
        number.replaceAll('0', 'O').replaceAll('1', 'l'),
        ` ${number.replaceAll('0', 'o').replaceAll('1', 'I')} `,
      ][style] ?? number;
    fc.assert(
      fc.property(bytes, fc.integer({ min: 0, max: 5 }), (some, style) => {
        const number = receiptNumberOf(some);
        expect(readReceiptNumber(typed(number, style))).toBe(number);
      }),
    );
  });

  it('differs when any of its five counted bits differ', () => {
    fc.assert(
      fc.property(bytes, fc.integer({ min: 0, max: 27 }), fc.integer({ min: 1, max: 31 }), (some, at, change) => {
        const other = Uint8Array.from(some);
        other[at] = (other[at] ?? 0) ^ change;
        expect(receiptNumberOf(other)).not.toBe(receiptNumberOf(some));
      }),
    );
  });

  it('refuses what is no number', () => {
    const whole = '0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV';
    expect(readReceiptNumber(whole)).toBe(whole);
    for (const wrong of ['', 'x', whole.slice(1), `${whole}0`, whole.replace('R', 'U'), whole.replace('R', 'Ж')]) {
      expect(readReceiptNumber(wrong)).toBeUndefined();
    }
  });

  it('does not come twice, also where new entropy is drawn', () => {
    expect(new Set(Array.from({ length: 1000 }, newReceiptNumber)).size).toBe(1000);
  });
});
