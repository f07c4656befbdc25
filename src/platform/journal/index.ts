export * from './journal.module.js';
export * from './journal.queries.js';
export { JournalQuery } from './journal.requests.js';
export { type JournalEntryResponse } from './journal.responses.js';
export * from './journal.service.js';
export * from './verification.js';
