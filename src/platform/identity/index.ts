export * from './accounts.queries.js';
export * from './accounts.service.js';
export * from './grants.service.js';
export * from './identity.module.js';
export { ConfirmationRequest, SignInRequest, SignUpRequest } from './identity.requests.js';
export { AccountResponse } from './identity.responses.js';
export * from './sessions.queries.js';
export * from './sessions.service.js';
