export * from './agenda.controller.js';
export * from './meeting-screen.controller.js';
export * from './meeting-screens.service.js';
export * from './minutes.controller.js';
export * from './opinion.controller.js';
export * from './opinion.queries.js';
export * from './plan.controller.js';
export * from './promise.controller.js';
