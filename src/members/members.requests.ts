import {
  Check,
  ChoiceField,
  DateField,
  Field,
  IdField,
  LocalizedField,
  ObjectField,
  PublicPageQuery,
  TextField,
} from '../platform/http/index.js';
import type { LocalizedText } from '../platform/kernel/index.js';
import { END_REASONS, type EndReason, type Seat, SEATS } from './member.entity.js';
import { MEMBER_ROLES, type MemberRoleName } from './member-role.entity.js';
import { ORGANIZATION_KINDS, type OrganizationKind } from './organization.entity.js';

const NAME_MAX = 200;
const BIN = /^\d{12}$/;

/** A person of whom nothing is recorded yet. */
export class PersonRequest {
  @TextField({ max: NAME_MAX })
  familyName!: string;

  @TextField({ max: NAME_MAX })
  givenName!: string;

  @TextField({ max: NAME_MAX, optional: true, nullable: true })
  patronymic?: string | null;

  /** Never published. */
  @DateField({ optional: true, nullable: true })
  birthOn?: string | null;

  /** When the person agreed that more than the name is published. */
  @DateField({ optional: true, nullable: true })
  consentedOn?: string | null;
}

/** Who is to hold which seat, and how long. */
export class MemberRequest {
  /** A new person; otherwise `personId`. */
  @ObjectField(() => PersonRequest, { optional: true })
  person?: PersonRequest;

  /** A person who is recorded already. */
  @IdField({ optional: true })
  personId?: string;

  @ChoiceField(SEATS)
  seat!: Seat;

  /** The organisation the member represents. */
  @IdField({ optional: true, nullable: true })
  organizationId?: string | null;

  /** The first day. */
  @DateField()
  since!: string;

  /** The last day; without it to the end of the convocation. */
  @DateField({ optional: true, nullable: true })
  until?: string | null;
}

/** How a membership ends before its term. */
export class MemberEndRequest {
  /** The first day on which the person is no member any more. */
  @DateField()
  on!: string;

  @ChoiceField(END_REASONS)
  reason!: EndReason;

  /** The agenda item under which the council decided on it, of a meeting of the member's own council. */
  @IdField({ optional: true })
  agendaItemId?: string;
}

/** A role for a member. */
export class MemberRoleRequest {
  @ChoiceField(MEMBER_ROLES)
  role!: MemberRoleName;

  /** The first day. */
  @DateField()
  since!: string;

  /** The last day; without it as long as the membership. */
  @DateField({ optional: true, nullable: true })
  until?: string | null;
}

/** The end of a role. */
export class RoleEndRequest {
  /** The first day without the role. */
  @DateField()
  on!: string;
}

/** An organisation to be recorded. */
export class OrganizationRequest {
  /** `npo`: a non-profit organisation, for which C4 counts representatives. */
  @ChoiceField(ORGANIZATION_KINDS)
  kind!: OrganizationKind;

  @LocalizedField({ max: 500 })
  name!: LocalizedText;

  /** The business identification number, twelve digits. */
  @Field(
    { optional: true, nullable: true },
    { type: String, pattern: BIN.source },
    Check('bin-expected', (value) => typeof value === 'string' && BIN.test(value)),
  )
  bin?: string | null;
}

/** Which members to list. */
export class MembersQuery extends PublicPageQuery {
  /** Only those who are members on this day. */
  @DateField({ optional: true })
  on?: string;
}

/** On which day. */
export class CompositionQuery {
  /** Today without it. */
  @DateField({ optional: true })
  on?: string;
}

/** Which organisations to list. */
export class OrganizationsQuery extends PublicPageQuery {
  @ChoiceField(ORGANIZATION_KINDS, { optional: true })
  kind?: OrganizationKind;

  /** A part of the name in any language, or the business identification number. */
  @TextField({ max: 200, optional: true })
  q?: string;
}
