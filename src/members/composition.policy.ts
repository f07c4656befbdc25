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
  return rounded(share.multiply(Rational.of(members)).subtract(Rational.of(civilSociety)).divide(rest));
}

/** C1 broken by this composition, as pages and reports show it. */
export function breachesOf(counted: Counted, share: Rational): Breach[] {
  if (hasShare(counted, share)) return [];
  const actual = Rational.of(counted.civilSociety, counted.members);
  return [{ rule: 'C1', required: share.toFraction(), actual: actual.toFraction() }];
}

/** The bounds of the number of a council's seats with the rule that gives them (C3, Art. 9(3)). */
export interface SizeBounds {
  readonly from: number;
  readonly to: number;
  readonly rule: { readonly id: string };
}

/** What a composition is short of; all 0 and no breaches when it is complete. */
export interface Shortfall {
  /** Seats without a member. */
  readonly vacant: number;
  /** Civil-society members to be added to those who sit there for C1; 0 when it holds. */
  readonly missingCivil: number;
  /** Civil-society members without whom C1 cannot hold once every seat is taken. */
  readonly civilDue: number;
  /** C1 and C3, where they are broken. */
  readonly breaches: Breach[];
}

/** Compares a composition with the seats of the council and with C1, and the number of seats with C3. */
export function shortfallOf(counted: Counted & { seats: number }, share: Rational, size: SizeBounds): Shortfall {
  const { seats, members, civilSociety } = counted;
  return {
    vacant: Math.max(0, seats - members),
    missingCivil: missingFor(counted, share),
    civilDue: Math.max(0, rounded(share.multiply(Rational.of(seats))) - civilSociety),
    breaches: [...breachesOf(counted, share), ...sizeBreaches(seats, size)],
  };
}

/** True when every seat is taken and neither C1 nor C3 is broken. */
export function isComplete({ vacant, breaches }: Shortfall): boolean {
  return vacant === 0 && breaches.length === 0;
}

function sizeBreaches(seats: number, { from, to, rule }: SizeBounds): Breach[] {
  if (seats >= from && seats <= to) return [];
  return [{ rule: rule.id, required: `${from}–${to}`, actual: String(seats) }];
}

/** The least whole number that is not below. */
function rounded({ numerator, denominator }: Rational): number {
  return Number((numerator + denominator - 1n) / denominator);
}
