import {
  type AppliedRule,
  conflict,
  type LocalDate,
  notPossibleNow,
  type Problem,
  type Rational,
} from '../platform/kernel/index.js';
import { type Counted, missingFor } from './composition.policy.js';

/** What is known of a person and a council when a seat is to be given. */
export interface Candidacy {
  readonly seat: 'civil_society' | 'state_body';
  /** Number of the convocation the seat belongs to. */
  readonly convocation: number;
  /** Convocations of this council in which the person has sat. */
  readonly earlier: readonly number[];
  /** The person's seats in this council in the same time. */
  readonly seatsHere: number;
  /** Republican councils in which the person sits in the same time; 0 for a council of another level. */
  readonly republicanSeats: number;
  /** Members who represent the same non-profit organisation in the same time; 0 for other organisations. */
  readonly representatives: number;
}

/** Values of the rules that appointments are judged by, with the rules as a refusal names them. */
export interface AppointmentRules {
  readonly share: Rational;
  readonly npo: number;
  readonly republican: number;
  readonly convocations: number;
  rule(id: string): AppliedRule;
}

/** The council whose seats are counted. */
export interface SeatedCouncil {
  readonly state: string;
  readonly seats: number;
}

/** Throws for a person who may not hold the seat: held already, C4 or C5 (Art. 9(4) and 9(5)). */
export function refuseCandidacy(candidacy: Candidacy, rules: AppointmentRules, state: string): void {
  const refuse = (code: string, id: string, limit: number): Problem =>
    notPossibleNow(code, { state, possible: [], rule: rules.rule(id), params: { limit }, more: { limit } });
  if (candidacy.seatsHere > 0) throw conflict('member-already');
  if (candidacy.representatives >= rules.npo) throw refuse('npo-represented', 'C4.npo', rules.npo);
  if (candidacy.republicanSeats >= rules.republican) {
    throw refuse('republican-seat-held', 'C4.republican', rules.republican);
  }
  if (runWith(candidacy.convocation, candidacy.earlier) > rules.convocations) {
    throw refuse('convocations-in-a-row', 'C5', rules.convocations);
  }
}

/** How many consecutive convocations one more makes, those before and after it counted. */
export function runWith(number: number, others: readonly number[]): number {
  const held = new Set(others);
  let run = 1;
  for (let at = number - 1; held.has(at); at -= 1) run += 1;
  for (let at = number + 1; held.has(at); at += 1) run += 1;
  return run;
}

/** Throws when on one of these days there is no seat left, or a state-body member would break C1 in an active council. */
export function refuseComposition(
  { state, seats }: SeatedCouncil,
  days: readonly (Counted & { day: LocalDate })[],
  seat: Candidacy['seat'],
  rules: AppointmentRules,
): void {
  for (const { day, members, civilSociety } of days) {
    if (members >= seats) throw conflict('no-vacant-seat', { params: { seats, day }, more: { seats, on: day } });
    if (state !== 'active' || seat === 'civil_society') continue;
    refuseShare({ members: members + 1, civilSociety }, state, rules.share, rules.rule('C1'));
  }
}

/** Throws `not-possible-now` naming C1 and how many civil-society members are missing (Art. 1(7)). */
export function refuseShare(
  counted: Counted,
  state: string,
  share: Rational,
  rule: AppliedRule,
  possible: readonly string[] = [],
): void {
  const missing = missingFor(counted, share);
  if (missing === 0) return;
  const { members, civilSociety } = counted;
  const params = { missing, members, civilSociety, share: share.toFraction() };
  throw notPossibleNow('civil-society-missing', {
    state,
    possible,
    rule,
    params,
    more: { missing, members, civilSociety },
  });
}

/** Throws `not-possible-now` naming C10: a civil servant does not chair a council (Art. 12(3)). */
export function refuseChair(seat: Candidacy['seat'], state: string, rule: AppliedRule): void {
  if (seat === 'state_body') throw notPossibleNow('chair-civil-servant', { state, possible: [], rule });
}
