export * from './council-alarms.service.js';
export * from './late-minutes.queries.js';
