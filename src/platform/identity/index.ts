export * from './accounts.service.js';
export * from './grants.service.js';
export * from './identity.module.js';
export * from './sessions.queries.js';
