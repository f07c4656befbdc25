import { describe, expect, it } from '@jest/globals';
import { TEXT_CHARACTERS } from '../comments/index.js';
import { lengthOf } from '../platform/http/index.js';
import { madeUpTexts } from './made-up-texts.js';

describe('made-up texts', () => {
  const texts = [...madeUpTexts(7, 6_000)];

  it('are the same every time for a seed, others for another, and begin the same whatever the number', () => {
    expect([...madeUpTexts(7, 500)]).toEqual(texts.slice(0, 500));
    expect([...madeUpTexts(8, 500)]).not.toEqual(texts.slice(0, 500));
  });

  it('are copies in 15 of a hundred and edited in 10, and nothing else was there before', () => {
    const share = (origin: string): number => texts.filter((one) => one.origin === origin).length / texts.length;
    expect(share('copy')).toBeCloseTo(0.15, 1);
    expect(share('edited')).toBeGreaterThan(0.07);
    expect(share('edited')).toBeLessThan(0.12);
    const seen = new Set<string>();
    for (const { text, origin } of texts) {
      expect(seen.has(text)).toBe(origin === 'copy');
      seen.add(text);
    }
  });

  it('come to an end for every seed, though there are texts that cannot grow', () => {
    for (let seed = 1; seed <= 12; seed += 1) expect([...madeUpTexts(seed, 3_000)]).toHaveLength(3_000);
  });

  it('are in three languages, mostly Kazakh and Russian', () => {
    const share = (language: string): number => texts.filter((one) => one.language === language).length / texts.length;
    expect(share('kk')).toBeGreaterThan(0.4);
    expect(share('ru')).toBeGreaterThan(0.25);
    expect(share('en')).toBeGreaterThan(0.01);
  });

  it('are from one character to 16,000 long, and what the API takes', () => {
    const lengths = texts.map(({ text }) => lengthOf(text));
    expect(Math.min(...lengths)).toBe(1);
    expect(Math.max(...lengths)).toBe(TEXT_CHARACTERS);
    expect(lengths.filter((length) => length > 2_000).length).toBeGreaterThan(10);
    expect(texts.every(({ text }) => text.isWellFormed() && text.trim() !== '' && !text.includes('{'))).toBe(true);
  });
});
