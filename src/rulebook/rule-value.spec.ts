import { describe, expect, it } from '@jest/globals';
import { applied, countOf, fractionOf, rangeOf, readRules, termOf, type Rule } from './rule.js';

const rule = (id: string): Rule => readRules().find((other) => other.id === id) as Rule;

describe('a value is read as what it is', () => {
  it('a term, a count, a share or bounds', () => {
    expect(termOf(rule('R1'))).toEqual({ amount: 10, unit: 'wd' });
    expect(termOf(rule('C6'))).toEqual({ amount: 3, unit: 'year' });
    expect(countOf(rule('A2.threshold'))).toBe(50);
    expect(fractionOf(rule('M1')).toFraction()).toBe('2/3');
    expect(fractionOf(rule('E1')).toFraction()).toBe('3/10');
    expect(rangeOf(rule('C3.quasi_state'))).toEqual({ from: 10, to: 15 });
    expect(applied(rule('R1'))).toEqual({ id: 'R1', value: { amount: 10, unit: 'wd' }, basis: rule('R1').basis });
  });

  it('and as nothing else', () => {
    expect(() => termOf(rule('C5'))).toThrow('C5');
    expect(() => termOf(rule('C1'))).toThrow(TypeError);
    expect(() => countOf(rule('R1'))).toThrow('R1');
    expect(() => fractionOf(rule('R1'))).toThrow(TypeError);
    expect(() => rangeOf(rule('M2'))).toThrow(TypeError);
  });
});
