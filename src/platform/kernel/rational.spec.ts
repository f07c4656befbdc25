import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Rational } from './rational.js';

const aRational = fc
  .tuple(fc.bigInt(-(10n ** 12n), 10n ** 12n), fc.bigInt(1n, 10n ** 9n))
  .map(([top, bottom]) => Rational.of(top, bottom));
const notZero = aRational.filter((value) => !value.equals(Rational.zero));
const exactly = (value: Rational): string => value.toFraction();
const floor = (top: bigint, bottom: bigint): bigint =>
  top >= 0n || top % bottom === 0n ? top / bottom : top / bottom - 1n;

/** Half-even by definition: of the two neighbours the nearer, and of two equally near ones the even. */
function halfEven(value: Rational, digits: number): bigint {
  const top = value.numerator * 10n ** BigInt(digits);
  const below = floor(top, value.denominator);
  const [fromBelow, fromAbove] = [top - below * value.denominator, (below + 1n) * value.denominator - top];
  if (fromBelow !== fromAbove) return fromBelow < fromAbove ? below : below + 1n;
  return below % 2n === 0n ? below : below + 1n;
}

describe('a number is read exactly', () => {
  it.each([
    ['0.25', '1/4'],
    ['1/3', '1/3'],
    ['-2', '-2'],
    ['0', '0'],
    ['-0', '0'],
    ['-0.5', '-1/2'],
    ['2/4', '1/2'],
    ['-3/6', '-1/2'],
    ['0.10', '1/10'],
    ['007', '7'],
    [`0.${'3'.repeat(38)}`, `${'3'.repeat(38)}/1${'0'.repeat(38)}`],
  ])('%s is %s', (text, fraction) => {
    expect(exactly(Rational.parse(text))).toBe(fraction);
    expect(Rational.isRational(text)).toBe(true);
  });

  it.each([
    ...['', ' 1', '1 ', '1\n', '1e3', '1/0', '1/00', '1/-2', '1/2/3', '0.5/2', '1/0.5', '.5', '1.', '+1', '--1', '-'],
    ...['1,5', '0x10', 'NaN', 'Infinity', '1_000', '١', '−1', '½', '1'.repeat(41), `0.${'1'.repeat(39)}`],
  ])('refuses %p', (text) => {
    expect(() => Rational.parse(text)).toThrow(RangeError);
    expect(Rational.isRational(text)).toBe(false);
  });

  it('says of any text whether it can be read', () => {
    const nearly = fc.string({ unit: fc.constantFrom('0', '1', '9', '.', '/', '-', 'e', ' '), maxLength: 8 });
    fc.assert(
      fc.property(nearly, (text) => {
        let read = true;
        try {
          Rational.parse(text);
        } catch {
          read = false;
        }
        expect(Rational.isRational(text)).toBe(read);
      }),
      { numRuns: 2000 },
    );
  });

  it('refuses a denominator of zero and numbers that are not whole', () => {
    expect(() => Rational.of(1, 0)).toThrow(RangeError);
    expect(() => Rational.of(0.5)).toThrow(RangeError);
    expect(() => Rational.of(2 ** 60)).toThrow(RangeError);
    expect(() => Rational.one.divide(Rational.zero)).toThrow(RangeError);
  });

  it('has one form for one number', () => {
    const factor = fc.bigInt(-(10n ** 6n), 10n ** 6n).filter((n) => n !== 0n);
    fc.assert(
      fc.property(aRational, factor, (value, n) => {
        const same = Rational.of(value.numerator * n, value.denominator * n);
        expect([same.numerator, same.denominator]).toEqual([value.numerator, value.denominator]);
        expect(same.denominator > 0n).toBe(true);
      }),
    );
  });

  it('survives being written as a fraction and read again', () => {
    fc.assert(
      fc.property(aRational, (value) => {
        expect(exactly(Rational.parse(exactly(value)))).toBe(exactly(value));
      }),
    );
  });
});

describe('the rationals are an ordered field', () => {
  it('with commutative, associative and distributive operations', () => {
    fc.assert(
      fc.property(aRational, aRational, aRational, (a, b, c) => {
        expect(exactly(a.add(b))).toBe(exactly(b.add(a)));
        expect(exactly(a.multiply(b))).toBe(exactly(b.multiply(a)));
        expect(exactly(a.add(b).add(c))).toBe(exactly(a.add(b.add(c))));
        expect(exactly(a.multiply(b).multiply(c))).toBe(exactly(a.multiply(b.multiply(c))));
        expect(exactly(a.multiply(b.add(c)))).toBe(exactly(a.multiply(b).add(a.multiply(c))));
      }),
    );
  });

  it('with zero, one and inverses', () => {
    fc.assert(
      fc.property(aRational, notZero, (a, b) => {
        expect(exactly(a.add(Rational.zero))).toBe(exactly(a));
        expect(exactly(a.multiply(Rational.one))).toBe(exactly(a));
        expect(exactly(a.subtract(a))).toBe('0');
        expect(exactly(a.add(a.negate()))).toBe('0');
        expect(exactly(b.divide(b))).toBe('1');
        expect(exactly(a.divide(b).multiply(b))).toBe(exactly(a));
      }),
    );
  });

  it('in a total order that sums and positive factors keep', () => {
    fc.assert(
      fc.property(aRational, aRational, aRational, (a, b, c) => {
        expect(a.compare(b) + b.compare(a)).toBe(0);
        expect(a.add(c).compare(b.add(c))).toBe(a.compare(b));
        expect(a.equals(b)).toBe(exactly(a) === exactly(b));
        if (a.compare(b) <= 0 && b.compare(c) <= 0) expect(a.compare(c)).toBeLessThanOrEqual(0);
        if (c.compare(Rational.zero) > 0) expect(a.multiply(c).compare(b.multiply(c))).toBe(a.compare(b));
      }),
    );
  });

  it('where the least and the greatest are found, and a sum has no order', () => {
    fc.assert(
      fc.property(fc.array(aRational, { minLength: 1, maxLength: 6 }), (values) => {
        const [first, ...others] = values as [Rational, ...Rational[]];
        const [least, greatest] = [Rational.min(first, ...others), Rational.max(first, ...others)];
        expect(values.every((value) => least.compare(value) <= 0 && greatest.compare(value) >= 0)).toBe(true);
        expect(values.includes(least) && values.includes(greatest)).toBe(true);
        expect(exactly(Rational.sum(values))).toBe(exactly(Rational.sum([...values].reverse())));
      }),
    );
    expect(exactly(Rational.sum([]))).toBe('0');
  });

  it('adds tenths without the error of binary fractions', () => {
    const [tenth, fifth] = [Rational.parse('0.1'), Rational.parse('0.2')];
    expect(tenth.add(fifth).equals(Rational.parse('0.3'))).toBe(true);
    expect(Rational.sum(Array(3).fill(Rational.parse('1/3')) as Rational[]).equals(Rational.one)).toBe(true);
  });
});

describe('a number is printed', () => {
  it.each([
    ['1/3', '0.33333333333333333333'],
    ['2/3', '0.66666666666666666667'],
    ['-2/3', '-0.66666666666666666667'],
    ['0.25', '0.25'],
    ['100', '100'],
    ['-1/8', '-0.125'],
    ['0.000000000000000000005', '0'],
    ['0.000000000000000000015', '0.00000000000000000002'],
    ['-0.000000000000000000001', '0'],
  ])('in workings: %s as %s', (text, printed) => {
    expect(Rational.parse(text).toString()).toBe(printed);
    expect(JSON.stringify({ score: Rational.parse(text) })).toBe(`{"score":"${printed}"}`);
  });

  it.each([
    ['66.665', '66.66'],
    ['66.675', '66.68'],
    ['200/3', '66.67'],
    ['50', '50.00'],
    ['-0.005', '0.00'],
    ['-0.015', '-0.02'],
    ['0.995', '1.00'],
    ['99.999', '100.00'],
  ])('on public pages: %s as %s', (text, printed) => {
    expect(Rational.parse(text).rounded(2)).toBe(printed);
  });

  it('half-even at any number of digits, as the definition says', () => {
    const halves = fc
      .tuple(fc.bigInt(-(10n ** 9n), 10n ** 9n), fc.nat(6))
      .map(([n, d]) => Rational.of(2n * n + 1n, 2n * 10n ** BigInt(d)));
    fc.assert(
      fc.property(fc.oneof(aRational, halves), fc.nat(22), (value, digits) => {
        const expected = Rational.of(halfEven(value, digits), 10n ** BigInt(digits));
        const printed = value.rounded(digits);
        const [units = '', places = ''] = printed.split('.');
        expect(exactly(Rational.of(BigInt(units + places), 10n ** BigInt(digits)))).toBe(exactly(expected));
        expect(places).toHaveLength(digits);
        expect(printed).toMatch(/^(?!-0(\.0*)?$)-?(0|[1-9]\d*)(\.\d+)?$/);
        expect(value.toDecimal(digits)).toMatch(/^-?(0|[1-9]\d*)(\.\d*[1-9])?$/);
        expect(BigInt(value.toDecimal(0))).toBe(halfEven(value, 0));
      }),
      { numRuns: 1000 },
    );
  });

  it('so that a stranger who reads 20 digits finds the same number at 12', () => {
    fc.assert(
      fc.property(aRational, (value) => {
        const printed = value.toString();
        fc.pre(printed.length <= 40);
        expect(Rational.parse(printed).equalAt12(value)).toBe(true);
      }),
    );
  });

  it('and is not equal at 12 when the twelfth digit differs', () => {
    expect(Rational.parse('1/3').equalAt12(Rational.parse('0.333333333333'))).toBe(true);
    expect(Rational.parse('1/3').equalAt12(Rational.parse('0.333333333334'))).toBe(false);
    expect(Rational.parse('1/3').equals(Rational.parse('0.333333333333'))).toBe(false);
  });
});
