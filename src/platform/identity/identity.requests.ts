import { applyDecorators } from '@nestjs/common';
import { Check, ChoiceField, EmailField, IdField, PageQuery, TextField, type FieldOptions } from '../http/index.js';
import { LANGUAGES, ROLES, type Language, type Role } from '../kernel/index.js';
import { ACCOUNT_STATES, type AccountState } from './account.entity.js';
import { isCommonPassword } from './common-passwords.js';
import { PASSWORD_MAX, PASSWORD_MIN } from './passwords.js';

const NAME_MAX = 200;
const TOKEN_MAX = 200;

/** A role that is given; that of a citizen everybody has. */
export type GivenRole = Exclude<Role, 'citizen'>;

export const GIVEN_ROLES = ROLES.filter((role) => role !== 'citizen');

/** A password as it is chosen: long enough, and none of those that attackers try first. */
function NewPasswordField(options: FieldOptions = {}): PropertyDecorator {
  const holds = (value: unknown): boolean => typeof value !== 'string' || !isCommonPassword(value);
  const isText = TextField({ ...options, min: PASSWORD_MIN, max: PASSWORD_MAX });
  return applyDecorators(isText, Check('password-common', holds));
}

/** Who wants an account. */
export class InvitationRequest {
  @EmailField()
  email!: string;

  /** The name under which others may see this person. */
  @TextField({ max: NAME_MAX })
  displayName!: string;

  /** The language of letters. */
  @ChoiceField(LANGUAGES)
  language!: Language;
}

/** A person signs up. */
export class SignUpRequest extends InvitationRequest {
  @NewPasswordField()
  password!: string;
}

/** The link of a letter is used. */
export class ConfirmationRequest {
  @TextField({ max: TOKEN_MAX })
  token!: string;

  /** Needed where none was chosen together with the link: by an invitation, and by a letter that was sent again. */
  @NewPasswordField({ optional: true })
  password?: string;
}

/** Somebody asks for a letter. */
export class LetterRequest {
  @EmailField()
  email!: string;
}

/** A password is chosen anew by the link of a letter. */
export class PasswordRequest {
  @TextField({ max: TOKEN_MAX })
  token!: string;

  @NewPasswordField()
  password!: string;
}

/** A person closes his own account. */
export class ClosureRequest {
  @TextField({ max: PASSWORD_MAX })
  password!: string;
}

/** A person signs in. */
export class SignInRequest {
  @EmailField()
  email!: string;

  @TextField({ max: PASSWORD_MAX })
  password!: string;
}

/** A role for an account. */
export class GrantRequest {
  @EmailField()
  email!: string;

  @ChoiceField(GIVEN_ROLES)
  role!: GivenRole;

  /** For a secretary or a member. */
  @IdField({ optional: true })
  councilId?: string;

  /** For an officer. */
  @IdField({ optional: true })
  bodyId?: string;

  /** For a member: the seat. */
  @IdField({ optional: true })
  memberId?: string;
}

/** Which accounts to list. */
export class AccountsQuery extends PageQuery {
  /** A part of the address or of the name. */
  @TextField({ max: 200, optional: true })
  q?: string;

  @ChoiceField(ACCOUNT_STATES, { optional: true })
  state?: AccountState;

  /** Only accounts that hold this role. */
  @ChoiceField(GIVEN_ROLES, { optional: true })
  role?: GivenRole;
}

/** Which grants to list. */
export class GrantsQuery extends PageQuery {
  @IdField({ optional: true })
  account?: string;

  @IdField({ optional: true })
  council?: string;

  @IdField({ optional: true })
  body?: string;
}
