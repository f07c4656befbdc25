import type { MemberRead } from '../../members/index.js';
import type { LocalDate } from '../../platform/kernel/index.js';

/** Seats read at once: those of many convocations. */
export const MOST_MEMBERS = 500;

/** Members by whether they hold their seats today, are going to, or no longer do. */
export interface Seats {
  readonly current: readonly MemberRead[];
  readonly coming: readonly MemberRead[];
  readonly former: readonly MemberRead[];
}

/** Sorts the members of a council by the day, each list in the order given. */
export function seatsOn(members: readonly MemberRead[], today: LocalDate): Seats {
  const isFormer = (one: MemberRead): boolean => one.untilOn < today || (one.endedOn !== null && one.endedOn <= today);
  const others = members.filter((one) => !isFormer(one));
  return {
    current: others.filter(({ sinceOn }) => sinceOn <= today),
    coming: others.filter(({ sinceOn }) => sinceOn > today),
    former: members.filter(isFormer),
  };
}
