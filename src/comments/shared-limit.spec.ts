import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SharedLimit } from './shared-limit.js';

const SECONDS = 60;
const MS = SECONDS * 1_000;

/** What all processes see together. */
class Store {
  #total = 0;

  constructor(private readonly endsAt: number) {}

  exchange(limit: SharedLimit, now: number): void {
    for (const { key, points } of limit.tell(now)) {
      this.#total += points;
      limit.learn(key, { points: this.#total, endsAt: this.endsAt });
    }
  }
}

const limitOf = (count: number): SharedLimit => new SharedLimit('person', { count, seconds: SECONDS });

describe('a shared limit', () => {
  it('takes as many as are allowed and tells how long to wait, until the window ends', () => {
    const limit = limitOf(3);
    for (let at = 0; at < 3; at += 1) {
      expect(limit.wait('a', at)).toBe(0);
      limit.spend('a', at);
    }
    expect(limit.wait('a', 1_000)).toBe(MS - 1_000);
    expect(limit.wait('b', 1_000)).toBe(0);
    expect(limit.wait('a', MS)).toBe(0);
    limit.spend('a', MS);
    expect(limit.wait('a', MS + 1)).toBe(0);
  });

  it('of 0 is none', () => {
    const limit = limitOf(0);
    for (let at = 0; at < 100; at += 1) limit.spend('a', at);
    expect([limit.wait('a', 100), limit.isUntold]).toEqual([0, false]);
  });

  it('counts what was given back for nothing, also after it was told', () => {
    const limit = limitOf(1);
    const store = new Store(MS);
    limit.spend('a', 0);
    store.exchange(limit, 1);
    expect(limit.wait('a', 2)).toBe(MS - 2);
    limit.giveBack('a', 3);
    expect(limit.wait('a', 3)).toBe(0);
    store.exchange(limit, 4);
    expect(limit.wait('a', 5)).toBe(0);
  });

  it('tells again what the others did not hear, and forgets what counts no more', () => {
    const limit = limitOf(5);
    limit.spend('a', 0);
    const [untold = { key: '', points: 0 }] = limit.tell(1);
    expect([untold, limit.isUntold]).toEqual([{ key: 'a', points: 1 }, false]);
    limit.missed(untold);
    expect(limit.tell(2)).toEqual([untold]);
    limit.missed(untold);
    expect(limit.tell(MS)).toEqual([]);
    limit.forget(MS);
    limit.missed(untold);
    expect(limit.isUntold).toBe(false);
  });

  it('tells of nobody who writes once or twice', () => {
    const limit = limitOf(30);
    limit.spend('a', 0);
    limit.spend('a', 0);
    expect(limit.tell(1)).toEqual([]);
    limit.spend('a', 2);
    expect(limit.tell(3)).toEqual([{ key: 'a', points: 3 }]);
  });

  it('is passed by two processes by no more than they use between two exchanges and keep to themselves', () => {
    const step = fc.record({ at: fc.nat({ max: 1 }), spends: fc.nat({ max: 4 }) });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.array(step, { maxLength: 60 }), (count, steps) => {
        const two = [limitOf(count), limitOf(count)];
        const store = new Store(MS);
        let taken = 0;
        for (const { at, spends } of steps) {
          const limit = two[at] ?? limitOf(0);
          for (let spend = 0; spend < spends; spend += 1) {
            if (limit.wait('a', 1) > 0) continue;
            limit.spend('a', 1);
            taken += 1;
          }
          for (const one of two) store.exchange(one, 2);
        }
        expect(taken).toBeLessThanOrEqual(count + 2 * 4);
        const wanted = steps.reduce((sum, { spends }) => sum + spends, 0);
        expect(taken).toBeGreaterThanOrEqual(Math.min(count, wanted));
      }),
    );
  });
});
