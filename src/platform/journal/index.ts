export * from './journal.module.js';
export * from './journal.queries.js';
export * from './journal.service.js';
export * from './verification.js';
