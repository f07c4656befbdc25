import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Rational } from '../platform/kernel/index.js';
import {
  coverageOf,
  exactText,
  HUNDRED,
  medianOf,
  officialIndex,
  scoreOnScale,
  weightedMean,
  weightedTotal,
} from './score.policy.js';

const r = (text: string): Rational => Rational.parse(text);
const rational = fc
  .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 1, max: 10_000 }))
  .map(([top, bottom]) => Rational.of(top, bottom));
const score = fc.tuple(fc.nat(100_000), fc.constant(1000)).map(([top, bottom]) => Rational.of(top, bottom));
const weight = fc
  .tuple(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 1000 }))
  .map((of) => Rational.of(...of));
const scale = fc
  .tuple(rational, rational)
  .filter(([from, to]) => !from.equals(to))
  .map(([from, to]) => ({ from: from.toFraction(), to: to.toFraction() }));

describe('the score on a linear scale', () => {
  it('is 0 at its start, 100 at its end, and linear between', () => {
    fc.assert(
      fc.property(scale, (one) => {
        const [from, to] = [r(one.from), r(one.to)];
        const middle = from.add(to).divide(Rational.of(2));
        expect(scoreOnScale(from, one).toFraction()).toBe('0');
        expect(scoreOnScale(to, one).toFraction()).toBe('100');
        expect(scoreOnScale(middle, one).toFraction()).toBe('50');
      }),
    );
  });

  it('lies between 0 and 100 for every raw value', () => {
    fc.assert(
      fc.property(scale, rational, (one, raw) => {
        const given = scoreOnScale(raw, one);
        expect(given.compare(Rational.zero)).toBeGreaterThanOrEqual(0);
        expect(given.compare(HUNDRED)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('grows with the raw value exactly when its end is above its start', () => {
    fc.assert(
      fc.property(scale, rational, weight, (one, raw, more) => {
        const change = scoreOnScale(raw.add(more), one).compare(scoreOnScale(raw, one));
        const isUp = r(one.to).compare(r(one.from)) > 0;
        expect(isUp ? change >= 0 : change <= 0).toBe(true);
      }),
    );
  });

  it.each([
    ['21', '30', '0', '30'],
    ['35', '30', '0', '0'],
    ['-1', '30', '0', '100'],
    ['31/3', '12.5', '2.5', '65/3'],
  ])('gives %s on the scale %s to %s the score %s', (raw, from, to, expected) => {
    expect(scoreOnScale(r(raw), { from, to }).toFraction()).toBe(expected);
  });
});

describe('the median of the assessors', () => {
  it('is the middle of an odd number and the mean of the two in the middle of an even one', () => {
    expect(medianOf(['90', '40', '55.5'].map(r))?.toString()).toBe('55.5');
    expect(medianOf(['0', '1/3', '2/3', '100'].map(r))?.toFraction()).toBe('1/2');
    expect(medianOf([])).toBeNull();
  });

  it('does not depend on the order, and lies within what was given', () => {
    fc.assert(
      fc.property(fc.array(score, { minLength: 1, maxLength: 15 }), (scores) => {
        const [first = Rational.zero, ...others] = scores;
        const median = medianOf(scores) ?? Rational.zero;
        expect(medianOf([...scores].reverse())?.equals(median)).toBe(true);
        expect(median.compare(Rational.min(first, ...others))).toBeGreaterThanOrEqual(0);
        expect(median.compare(Rational.max(first, ...others))).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('leaves as many scores at or below as at or above', () => {
    fc.assert(
      fc.property(fc.array(score, { minLength: 1, maxLength: 15 }), (scores) => {
        const median = medianOf(scores) ?? Rational.zero;
        const half = scores.length / 2;
        expect(scores.filter((one) => one.compare(median) <= 0).length).toBeGreaterThanOrEqual(half);
        expect(scores.filter((one) => one.compare(median) >= 0).length).toBeGreaterThanOrEqual(half);
      }),
    );
  });
});

describe('the weighted mean', () => {
  const parts = fc.array(fc.record({ weight, score: fc.option(score) }), { maxLength: 12 });

  it('lies within the scores that count, and is nothing where none does', () => {
    fc.assert(
      fc.property(parts, (given) => {
        const counting = given.flatMap((part) => part.score ?? []);
        const mean = weightedMean(given);
        const [first, ...others] = counting;
        if (!first) {
          expect(mean).toBeNull();
          return;
        }
        expect(mean?.compare(Rational.min(first, ...others))).toBeGreaterThanOrEqual(0);
        expect(mean?.compare(Rational.max(first, ...others))).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('does not change when all weights are multiplied, nor by parts that do not count', () => {
    fc.assert(
      fc.property(parts, weight, (given, factor) => {
        const mean = weightedMean(given);
        const scaled = weightedMean(given.map((part) => ({ ...part, weight: part.weight.multiply(factor) })));
        expect(scaled?.toFraction()).toBe(mean?.toFraction());
        expect(weightedMean([...given, { weight: factor, score: null }])?.toFraction()).toBe(mean?.toFraction());
      }),
    );
  });

  it('gives no total where one dimension has none', () => {
    expect(
      weightedTotal([
        { weight: r('0.5'), score: r('80') },
        { weight: r('0.5'), score: null },
      ]),
    ).toBeNull();
    const total = weightedTotal([
      { weight: r('1/3'), score: r('60') },
      { weight: r('2/3'), score: r('90') },
    ]);
    expect(total?.toFraction()).toBe('80');
  });
});

describe('the official index (E1)', () => {
  it.each([
    ['100', '100', '0.3', '100'],
    ['100', '200', '0.3', '130'],
    ['200', '200', '0.3', '260'],
    ['300', '-10', '0.3', '140'],
    ['50', '0', '0.3', '35'],
    ['0', '200', '0.3', '0'],
    ['80', '90', '1/4', '78'],
  ])('is for G = %s %%, S = %s %% and the factor %s: %s', (g, s, factor, expected) => {
    expect(officialIndex(r(g), r(s), r(factor))?.toFraction()).toBe(expected);
  });

  it('does not exist without one of its two parts', () => {
    expect(officialIndex(null, r('1'), r('0.3'))).toBeNull();
    expect(officialIndex(r('1'), null, r('0.3'))).toBeNull();
  });
});

describe('figures in print', () => {
  it('counts the share of weight that rests on measured values', () => {
    const parts = [
      { weight: r('0.2'), measured: true },
      { weight: r('0.3'), measured: false },
      { weight: r('0.5'), measured: true },
    ];
    expect(coverageOf(parts).toString()).toBe('0.7');
    expect(coverageOf([]).toString()).toBe('0');
  });

  it('writes a raw value so that reading it gives the same number', () => {
    expect(exactText(r('1/3'))).toBe('1/3');
    expect(exactText(r('1/8'))).toBe('0.125');
    fc.assert(
      fc.property(rational, (value) => {
        expect(r(exactText(value)).equals(value)).toBe(true);
      }),
    );
  });
});
