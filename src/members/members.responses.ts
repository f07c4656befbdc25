import { ApiProperty } from '@nestjs/swagger';
import { councilScope } from '../councils/index.js';
import { LocalizedTextResponse, versioned } from '../platform/http/index.js';
import type { Actor, LocalDate } from '../platform/kernel/index.js';
import type { Breach } from './composition.policy.js';
import { memberMoves } from './member.policy.js';
import { MEMBER, type MemberState } from './member.lifecycle.js';
import { END_REASONS, type EndReason, type Seat, SEATS } from './member.entity.js';
import { MEMBER_ROLES, type MemberRoleName } from './member-role.entity.js';
import { ORGANIZATION_KINDS, type OrganizationKind } from './organization.entity.js';

/** An organisation that members represent. */
export class OrganizationResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: ORGANIZATION_KINDS })
  kind!: OrganizationKind;

  @ApiProperty({ type: () => LocalizedTextResponse })
  name!: LocalizedTextResponse;

  /** The business identification number. */
  @ApiProperty({ type: String, nullable: true })
  bin!: string | null;
}

/** A page of organisations. */
export class OrganizationPageResponse {
  @ApiProperty({ type: () => [OrganizationResponse] })
  items!: OrganizationResponse[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

/** A person as the law makes public: by name only. */
export class PersonResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  familyName!: string;

  givenName!: string;

  @ApiProperty({ type: String, nullable: true })
  patronymic!: string | null;
}

/** A role of a member in time. */
export class MemberRoleResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  memberId!: string;

  @ApiProperty({ enum: MEMBER_ROLES })
  role!: MemberRoleName;

  @ApiProperty({ format: 'date' })
  sinceOn!: string;

  /** The last day; null: as long as the membership. */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  untilOn!: string | null;
}

/** Something to look at; it refuses nothing. */
export class WarningResponse {
  /** `namesake`: persons of the same name hold or held these seats; it may be the same person. */
  @ApiProperty({ enum: ['namesake'] })
  code!: 'namesake';

  @ApiProperty({ type: [String], format: 'uuid' })
  memberIds!: string[];
}

/** A rule of the law that the facts contradict. */
export class BreachResponse {
  rule!: string;

  /** The value of the rule, such as `2/3`. */
  required!: string;

  actual!: string;
}

/** A person in a seat of a council. */
export class MemberResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: MEMBER.states })
  state!: MemberState;

  @ApiProperty({ format: 'uuid' })
  councilId!: string;

  @ApiProperty({ format: 'uuid' })
  convocationId!: string;

  person!: PersonResponse;

  @ApiProperty({ enum: SEATS })
  seat!: Seat;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  organizationId!: string | null;

  @ApiProperty({ type: () => OrganizationResponse, nullable: true })
  organization!: OrganizationResponse | null;

  /** The first day. */
  @ApiProperty({ format: 'date' })
  sinceOn!: string;

  /** The last day of the term, at the latest that of the convocation. */
  @ApiProperty({ format: 'date' })
  untilOn!: string;

  /** The first day without membership, where it ended before its term. */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  endedOn!: string | null;

  @ApiProperty({ type: String, enum: END_REASONS, nullable: true })
  endReason!: EndReason | null;

  /** Oldest first. */
  @ApiProperty({ type: () => [MemberRoleResponse] })
  roles!: MemberRoleResponse[];

  /** Moves that the caller may make now; only for somebody signed in. */
  @ApiProperty({ type: [String], enum: Object.keys(MEMBER.moves), required: false })
  moves?: string[];

  /** For those who may appoint. */
  @ApiProperty({ type: () => [WarningResponse], required: false })
  warnings?: WarningResponse[];

  /** What the end of the membership did to the composition of that day; only in the answer to that act. */
  @ApiProperty({ type: () => [BreachResponse], required: false })
  breaches?: Breach[];
}

/** A page of members. */
export class MemberPageResponse {
  @ApiProperty({ type: () => [MemberResponse] })
  items!: MemberResponse[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

/** A member as it is read; `bodyId` is that of the council. */
export interface MemberRead extends Record<string, unknown> {
  readonly id: string;
  readonly version: number;
  readonly bodyId: string;
  readonly state: MemberState;
  readonly councilId: string;
  readonly convocationId: string;
  readonly person: PersonResponse;
  readonly seat: Seat;
  readonly organizationId: string | null;
  readonly organization: OrganizationResponse | null;
  readonly sinceOn: LocalDate;
  readonly untilOn: LocalDate;
  readonly endedOn: LocalDate | null;
  readonly endReason: EndReason | null;
  readonly roles: MemberRoleResponse[];
}

/** Public fields by name; `version` and the council's body stay inside. */
export function memberResponse({ version, bodyId, ...member }: MemberRead, by: Actor): MemberResponse {
  const moves = memberMoves(by, member.state, councilScope({ id: member.councilId, bodyId }));
  return versioned({ ...member, ...(moves ? { moves } : {}) }, version);
}
