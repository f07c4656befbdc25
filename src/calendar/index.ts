export * from './calendar.module.js';
export * from './calendar.service.js';
export * from './due-dates.service.js';
