import { ApiProperty } from '@nestjs/swagger';
import { Rational, type LocalDate } from '../platform/kernel/index.js';
import { type Breach, breachesOf } from './composition.policy.js';
import { type Seat, SEATS } from './member.entity.js';
import { MEMBER_ROLES, type MemberRoleName } from './member-role.entity.js';
import { BreachResponse } from './members.responses.js';
import type { MemberOn } from './members.queries.js';

/** A member on the day, by name: the composition of a council is public (M2). */
export class CompositionPersonResponse {
  @ApiProperty({ format: 'uuid' })
  memberId!: string;

  @ApiProperty({ format: 'uuid' })
  personId!: string;

  familyName!: string;

  givenName!: string;

  @ApiProperty({ type: String, nullable: true })
  patronymic!: string | null;

  @ApiProperty({ enum: SEATS })
  seat!: Seat;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  organizationId!: string | null;

  /** Roles held on the day. */
  @ApiProperty({ enum: MEMBER_ROLES, isArray: true })
  roles!: MemberRoleName[];
}

/** Who sits in a council on a day, computed from the members' terms. */
export class CompositionResponse {
  @ApiProperty({ format: 'date' })
  on!: string;

  /** How many members the council is to have. */
  seats!: number;

  members!: number;

  civilSociety!: number;

  stateBody!: number;

  /** Seats without a member. */
  vacant!: number;

  /** Civil society among the members, as a number; exactly it is `civilSociety` ÷ `members`. Null without members. */
  @ApiProperty({ type: Number, nullable: true })
  civilShare!: number | null;

  /** What the law asks for and this composition has not. */
  @ApiProperty({ type: () => [BreachResponse] })
  breaches!: Breach[];

  /** By family name. */
  @ApiProperty({ type: () => [CompositionPersonResponse] })
  people!: CompositionPersonResponse[];
}

/** `share` is the value of C1 for the council. */
export function compositionResponse(
  on: LocalDate,
  seats: number,
  people: MemberOn[],
  share: Rational,
): CompositionResponse {
  const members = people.length;
  const civilSociety = people.filter(({ seat }) => seat === 'civil_society').length;
  const civilShare = members === 0 ? null : civilSociety / members;
  const breaches = breachesOf({ members, civilSociety }, share);
  const vacant = Math.max(0, seats - members);
  return { on, seats, members, civilSociety, stateBody: members - civilSociety, vacant, civilShare, breaches, people };
}
