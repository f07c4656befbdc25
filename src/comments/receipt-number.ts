import { randomFillSync } from 'node:crypto';

// Crockford's base32: no I, L, O or U, so that a number can be read out and typed again.
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 28;
const GROUP = 4;
const SHAPE = new RegExp(`^[${SYMBOLS}]{${LENGTH}}$`);
const LOW_FIVE_BITS = 31;

const ENTROPY = Buffer.alloc(LENGTH * 256);
let used = ENTROPY.length;

/** A new receipt number: 28 symbols in groups of four, 140 random bits; who knows it may read what became of it. */
export function newReceiptNumber(): string {
  // Random bytes are drawn for 256 numbers at a time: one call costs as much as many.
  if (used === ENTROPY.length) {
    randomFillSync(ENTROPY);
    used = 0;
  }
  const number = receiptNumberOf(ENTROPY.subarray(used, used + LENGTH));
  ENTROPY.fill(0, used, used + LENGTH);
  used += LENGTH;
  return number;
}

/** The number for 28 bytes, of each of which five bits count. */
export function receiptNumberOf(bytes: Uint8Array): string {
  let number = '';
  for (let at = 0; at < LENGTH; at += 1) {
    if (at > 0 && at % GROUP === 0) number += '-';
    number += SYMBOLS.charAt((bytes[at] ?? 0) & LOW_FIVE_BITS);
  }
  return number;
}

/** The number as it is stored, from what a person typed: any case, spaces or hyphens, O for 0, I or L for 1. */
export function readReceiptNumber(typed: string): string | undefined {
  const symbols = typed.replace(/[\s-]/g, '').toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1');
  if (!SHAPE.test(symbols)) return undefined;
  return symbols.match(/.{4}/g)?.join('-');
}
