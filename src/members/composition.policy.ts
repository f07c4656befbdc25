import { Rational } from '../platform/kernel/index.js';

/** How many hold a seat on a day, by kind of seat. */
export interface Counted {
  readonly members: number;
  readonly civilSociety: number;
}

/** A breach that is shown, not refused. */
export interface Breach {
  readonly rule: string;
  readonly required: string;
  readonly actual: string;
}

/** True when civil society has at least its share (C1, Art. 1(7)): civil × 3 ≥ members × 2 for two thirds. */
export function hasShare({ members, civilSociety }: Counted, share: Rational): boolean {
  return Rational.of(civilSociety).compare(share.multiply(Rational.of(members))) >= 0;
}

/**
 * How many civil-society members have to be added for the share; 0 when it is there. Where the share is the whole, no
 * number helps, and it is the number of state-body members who would have to give way.
 */
export function missingFor({ members, civilSociety }: Counted, share: Rational): number {
  if (hasShare({ members, civilSociety }, share)) return 0;
  const rest = Rational.one.subtract(share);
  if (rest.equals(Rational.zero)) return members - civilSociety;
  const { numerator, denominator } = share
    .multiply(Rational.of(members))
    .subtract(Rational.of(civilSociety))
    .divide(rest);
  return Number((numerator + denominator - 1n) / denominator);
}

/** C1 broken by this composition, as pages and reports show it. */
export function breachesOf(counted: Counted, share: Rational): Breach[] {
  if (hasShare(counted, share)) return [];
  const actual = Rational.of(counted.civilSociety, counted.members);
  return [{ rule: 'C1', required: share.toFraction(), actual: actual.toFraction() }];
}
