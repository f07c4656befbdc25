import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

const BYTES = 16;
const RANDOM = Buffer.alloc(BYTES * 256);
/** The first bit of the sequence stays free, so that ids of one millisecond can count on. */
const START = 0x7fffffff;

let used = RANDOM.length;
let msecs = 0;
let seq = 0;

/**
 * A new UUID v7, made by the application because PostgreSQL 15 has none. Ordered by time, also within a millisecond of one
 * process; never a secret.
 */
export function newId(): string {
  // Random bytes are drawn for 256 ids at a time: one call costs as much as many.
  if (used === RANDOM.length) {
    randomFillSync(RANDOM);
    used = 0;
  }
  const random = RANDOM.subarray(used, used + BYTES);
  used += BYTES;
  const now = Date.now();
  if (now > msecs) {
    msecs = now;
    seq = random.readUInt32BE(0) & START;
  } else {
    seq = (seq + 1) | 0;
    if (seq === 0) msecs += 1;
  }
  return v7({ random, msecs, seq });
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** True for the text form of a UUID of any version. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}
