export { ACCOUNT_STATES, type AccountState, type NewAccount } from './account.entity.js';
export * from './account-links.service.js';
export * from './accounts.queries.js';
export * from './accounts.service.js';
export * from './closing.service.js';
export * from './grants.service.js';
export * from './identity.module.js';
export {
  AccountsQuery,
  ClosureRequest,
  ConfirmationRequest,
  GIVEN_ROLES,
  GrantRequest,
  InvitationRequest,
  LetterRequest,
  PasswordRequest,
  SignInRequest,
  SignUpRequest,
  type GivenRole,
} from './identity.requests.js';
export { AccountResponse, GrantResponse, LetterSentResponse, OpenSessionResponse } from './identity.responses.js';
export * from './letter-limits.js';
export * from './limits.tasks.js';
export { Passwords, PASSWORD_MAX, PASSWORD_MIN } from './passwords.js';
export * from './personal-data.queries.js';
export * from './proved-addresses.service.js';
export * from './recovery.service.js';
export * from './sessions.queries.js';
export * from './sessions.service.js';
export * from './tokens.js';
