export * from './minutes-facts.js';
export * from './minutes.entity.js';
export * from './minutes.lifecycle.js';
export * from './minutes.module.js';
export * from './minutes.queries.js';
export * from './minutes.requests.js';
export * from './minutes.responses.js';
export * from './minutes.service.js';
