import { type AppliedRule, notPossibleNow } from '../platform/kernel/index.js';

/** The bounds C3 gives for a kind of council, with the rule to be named. */
export interface SizeRule {
  readonly from: number;
  readonly to: number;
  readonly rule: AppliedRule;
}

/** Throws `not-possible-now` naming C3 when so many seats are not within the bounds (Art. 9(3)). */
export function refuseSize(seats: number, { from, to, rule }: SizeRule, state: string, possible: string[]): void {
  if (seats >= from && seats <= to) return;
  throw notPossibleNow('size-out-of-range', { state, possible, rule, params: { seats, from, to }, more: { seats } });
}
