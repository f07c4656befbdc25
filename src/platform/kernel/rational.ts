const LONGEST_TEXT = 40;
const DECIMAL_OR_FRACTION = /^-?\d+(?:\.\d+|\/0*[1-9]\d*)?$/;
const PRINTED_DIGITS = 20;
const COMPARED_DIGITS = 12;

/** An exact number; immutable, always in lowest terms with a positive denominator (domain, section 5). */
export class Rational {
  static readonly zero = new Rational(0n, 1n);
  static readonly one = new Rational(1n, 1n);

  private constructor(
    readonly numerator: bigint,
    readonly denominator: bigint,
  ) {}

  /** Reads a decimal (`-2`, `0.25`) or a fraction (`1/3`) of at most 40 characters; RangeError for anything else. */
  static parse(text: string): Rational {
    if (!Rational.isRational(text)) {
      throw new RangeError(`Not a decimal or a fraction: ${JSON.stringify(text.slice(0, LONGEST_TEXT))}`);
    }
    const [top = '', bottom = '1'] = text.split('/');
    const [units = '', places = ''] = top.split('.');
    return Rational.of(BigInt(units + places), BigInt(bottom) * 10n ** BigInt(places.length));
  }

  /** True for exactly the texts that `parse` reads. */
  static isRational(text: unknown): boolean {
    return typeof text === 'string' && text.length <= LONGEST_TEXT && DECIMAL_OR_FRACTION.test(text);
  }

  /** The quotient of two whole numbers; RangeError for a zero denominator or a number that is not a safe integer. */
  static of(numerator: bigint | number, denominator: bigint | number = 1n): Rational {
    const [top, bottom] = [whole(numerator), whole(denominator)];
    if (bottom === 0n) throw new RangeError('Division by zero');
    const common = gcd(magnitude(top), magnitude(bottom)) * (bottom < 0n ? -1n : 1n);
    return new Rational(top / common, bottom / common);
  }

  /** The exact sum; zero for none. */
  static sum(values: Iterable<Rational>): Rational {
    let sum = Rational.zero;
    for (const value of values) sum = sum.add(value);
    return sum;
  }

  static min(first: Rational, ...others: readonly Rational[]): Rational {
    return others.reduce((least, other) => (other.compare(least) < 0 ? other : least), first);
  }

  static max(first: Rational, ...others: readonly Rational[]): Rational {
    return others.reduce((greatest, other) => (other.compare(greatest) > 0 ? other : greatest), first);
  }

  add(other: Rational): Rational {
    return Rational.of(
      this.numerator * other.denominator + other.numerator * this.denominator,
      this.denominator * other.denominator,
    );
  }

  subtract(other: Rational): Rational {
    return this.add(other.negate());
  }

  multiply(other: Rational): Rational {
    return Rational.of(this.numerator * other.numerator, this.denominator * other.denominator);
  }

  /** The exact quotient; RangeError when `other` is zero. */
  divide(other: Rational): Rational {
    return Rational.of(this.numerator * other.denominator, this.denominator * other.numerator);
  }

  negate(): Rational {
    return new Rational(-this.numerator, this.denominator);
  }

  /** −1, 0 or 1 as this is less than, equal to or greater than the other, exactly. */
  compare(other: Rational): -1 | 0 | 1 {
    const difference = this.numerator * other.denominator - other.numerator * this.denominator;
    if (difference === 0n) return 0;
    return difference < 0n ? -1 : 1;
  }

  /** Equal exactly, not as printed. */
  equals(other: Rational): boolean {
    return this.compare(other) === 0;
  }

  /** Equal when both, rounded half-even, agree in 12 digits after the point: what a stranger's recomputation must meet. */
  equalAt12(other: Rational): boolean {
    return this.scaled(COMPARED_DIGITS) === other.scaled(COMPARED_DIGITS);
  }

  /** Rounded half-even to exactly so many digits after the point, zeros kept: `66.67`, `50.00` on public pages. */
  rounded(digits: number): string {
    const scaled = this.scaled(digits);
    const text = magnitude(scaled)
      .toString()
      .padStart(digits + 1, '0');
    const point = text.length - digits;
    const places = digits === 0 ? '' : `.${text.slice(point)}`;
    return `${scaled < 0n ? '-' : ''}${text.slice(0, point)}${places}`;
  }

  /** Rounded half-even to at most so many digits after the point, zeros at the end trimmed: `0.25`, `3`. */
  toDecimal(digits: number): string {
    const text = this.rounded(digits);
    return digits === 0 ? text : text.replace(/\.?0+$/, '');
  }

  /** As published in workings: half-even at 20 digits after the point, zeros at the end trimmed. */
  toString(): string {
    return this.toDecimal(PRINTED_DIGITS);
  }

  toJSON(): string {
    return this.toString();
  }

  /** Exactly, in lowest terms: `1/3`, or `-2` for a whole number. */
  toFraction(): string {
    return this.denominator === 1n ? `${this.numerator}` : `${this.numerator}/${this.denominator}`;
  }

  /** This number × 10^digits, rounded half-even to a whole number. */
  private scaled(digits: number): bigint {
    const top = this.numerator * 10n ** BigInt(digits);
    const quotient = top / this.denominator;
    const twiceRest = magnitude(top % this.denominator) * 2n;
    const isAway = twiceRest > this.denominator || (twiceRest === this.denominator && quotient % 2n !== 0n);
    if (!isAway) return quotient;
    return quotient + (top < 0n ? -1n : 1n);
  }
}

function whole(value: bigint | number): bigint {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new RangeError(`Not a whole number: ${value}`);
  return BigInt(value);
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}
