import type { AppliedRule, Rational } from '../platform/kernel/index.js';

export const ATTENDANCE_STATUSES = ['present', 'remote', 'excused', 'absent'] as const;
export type AttendanceStatus = (typeof ATTENDANCE_STATUSES)[number];

/** How one member attended; without times, for the whole meeting. */
export interface Presence {
  readonly memberId: string;
  readonly status: AttendanceStatus;
  readonly arrivedAt: Date | null;
  readonly leftAt: Date | null;
}

/** The computation of M1 at one instant, as it is shown. */
export interface Quorum {
  /** All members of the council on that date. */
  readonly members: number;
  /** Those of them who were there at the instant, in the room or remotely. */
  readonly present: number;
  /** The smallest number that is at least the rule's share of all members. */
  readonly needed: number;
  readonly reached: boolean;
  readonly rule: AppliedRule;
}

/** The share that a rule demands, with the rule as an act names it. */
export interface Share {
  readonly fraction: Rational;
  readonly rule: AppliedRule;
}

/** True when the member attends at all: in the room or remotely. */
export function attends({ status }: Pick<Presence, 'status'>): boolean {
  return status === 'present' || status === 'remote';
}

/** True when the member is there at the instant: arrivedAt <= t < leftAt. */
export function isPresentAt(presence: Presence, at: Date): boolean {
  const { arrivedAt, leftAt } = presence;
  return attends(presence) && (arrivedAt === null || arrivedAt <= at) && (leftAt === null || at < leftAt);
}

/** Ids of the members who are there at the instant; records of others than members do not count. */
export function presentAt(members: readonly string[], attendance: readonly Presence[], at: Date): string[] {
  const there = new Set(attendance.filter((one) => isPresentAt(one, at)).map(({ memberId }) => memberId));
  return members.filter((id) => there.has(id));
}

/** The smallest whole number that is at least the share of `members`. */
export function neededOf(members: number, share: Rational): number {
  const { numerator, denominator } = share;
  return Number((BigInt(members) * numerator + denominator - 1n) / denominator);
}

/** M1: a share of all members on that date, not of those present. */
export function quorumOf(members: number, present: number, { fraction, rule }: Share): Quorum {
  const needed = neededOf(members, fraction);
  return { members, present, needed, reached: members > 0 && present >= needed, rule };
}
