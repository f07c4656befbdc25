import { describe, expect, it } from '@jest/globals';
import { version } from 'uuid';
import { isId, newId } from './id.js';

describe('new ids', () => {
  it('are UUIDs of version 7 that are all different and stand in the order in which they were made', () => {
    const ids = Array.from({ length: 20_000 }, newId);
    expect(ids.every(isId)).toBe(true);
    expect(new Set(ids.map(version))).toEqual(new Set([7]));
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort()).toEqual(ids);
  });

  it('tell the time at which they were made', () => {
    const before = Date.now();
    const [first, next] = [newId(), newId()];
    const at = (id: string): number => parseInt(id.replaceAll('-', '').slice(0, 12), 16);
    expect(at(first)).toBeGreaterThanOrEqual(before);
    expect(at(next)).toBeLessThanOrEqual(Date.now() + 1);
  });

  it('share no random end, whichever bytes were drawn for them', () => {
    const ends = Array.from({ length: 1_000 }, () => newId().slice(-12));
    expect(new Set(ends).size).toBe(ends.length);
  });
});
