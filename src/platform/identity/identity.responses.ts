import { ApiProperty } from '@nestjs/swagger';
import { versioned } from '../http/index.js';
import { LANGUAGES, notFound, ROLES, type Language, type Role } from '../kernel/index.js';
import type { Account } from './account.entity.js';

/** A person who can sign in. */
export class AccountResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'email' })
  email!: string;

  displayName!: string;

  @ApiProperty({ enum: LANGUAGES })
  language!: Language;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  confirmedAt!: Date | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  disabledAt!: Date | null;
}

/** Throws `not-found` for an account that was closed. */
export function accountResponse(account: Account): AccountResponse {
  const { id, email, displayName, language, confirmedAt, disabledAt } = account;
  if (email === null || displayName === null) throw notFound();
  return versioned({ id, email, displayName, language, confirmedAt, disabledAt }, account.version);
}

/** A page of accounts. */
export class AccountPageResponse {
  @ApiProperty({ type: () => [AccountResponse] })
  items!: AccountResponse[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

/** A session just begun. */
export class SessionResponse {
  /** Sent as `Authorization: Bearer <token>`; shown this once. */
  token!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  expiresAt!: Date;

  account!: AccountResponse;
}

/** A role in its scope. */
export class GrantResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  accountId!: string;

  @ApiProperty({ enum: ROLES })
  role!: Role;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  councilId!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  bodyId!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  memberId!: string | null;

  @ApiProperty({ type: String, format: 'date-time' })
  grantedAt!: Date;
}

/** A page of grants. */
export class GrantPageResponse {
  @ApiProperty({ type: () => [GrantResponse] })
  items!: GrantResponse[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

/** Who I am and what I may do. */
export class MeResponse {
  account!: AccountResponse;

  @ApiProperty({ type: () => [GrantResponse] })
  grants!: GrantResponse[];
}

/** A session that lasts. */
export class OpenSessionResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  startedAt!: Date;

  @ApiProperty({ type: String, format: 'date-time' })
  expiresAt!: Date;

  /** True for the one by which this is asked. */
  current!: boolean;
}

/** The letter is on its way, whether the address was known or not. */
export class LetterSentResponse {
  @ApiProperty({ enum: ['letter-sent'] })
  status!: 'letter-sent';
}
