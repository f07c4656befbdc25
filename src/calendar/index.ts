export * from './calendar.module.js';
export { type Shift } from './calendar.events.js';
export { type CalendarDay, type CalendarYear } from './calendar.repository.js';
export { DayRequest, YearRequest } from './calendar.requests.js';
export * from './calendar.service.js';
export * from './due-dates.service.js';
