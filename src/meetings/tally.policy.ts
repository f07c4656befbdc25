import { Rational } from '../platform/kernel/index.js';

export const CHOICES = ['for', 'against', 'abstain', 'conflict'] as const;
export type Choice = (typeof CHOICES)[number];

/** A member's open vote, or the declaration of a conflict of interest (M7). */
export interface Ballot {
  readonly memberId: string;
  readonly choice: Choice;
}

export type Tally = Readonly<Record<Choice, number>>;

export type Outcome = 'carried' | 'rejected';

/** What a vote is counted from. */
export interface Poll {
  /** Members who are there at the vote's instant; every ballot is one of theirs. */
  readonly present: readonly string[];
  readonly ballots: readonly Ballot[];
  readonly presidingMemberId: string;
  /** The share of the base that M6 asks to be exceeded. */
  readonly share: Rational;
  /** Whether M1 holds at the vote's instant; without it nothing is carried. */
  readonly quorate: boolean;
}

/** The count of a vote. */
export interface Count {
  readonly tally: Tally;
  /** Members present and not conflicted (M6, M7). */
  readonly base: number;
  readonly outcome: Outcome;
}

/** M6: carried when the votes for exceed the share of the base; exactly at the share the presiding member decides. */
export function count(poll: Poll): Count {
  const tally = tallyOf(poll.ballots);
  const base = poll.present.length - tally.conflict;
  return { tally, base, outcome: poll.quorate && isCarried(poll, tally.for, base) ? 'carried' : 'rejected' };
}

function isCarried({ ballots, presidingMemberId, share }: Poll, votesFor: number, base: number): boolean {
  const against = Rational.of(votesFor).compare(share.multiply(Rational.of(base)));
  if (against !== 0) return against > 0;
  return ballots.some(({ memberId, choice }) => memberId === presidingMemberId && choice === 'for');
}

function tallyOf(ballots: readonly Ballot[]): Tally {
  const of = (wanted: Choice): number => ballots.filter(({ choice }) => choice === wanted).length;
  return { for: of('for'), against: of('against'), abstain: of('abstain'), conflict: of('conflict') };
}
