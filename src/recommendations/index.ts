export * from './recommendation.deadlines.js';
export * from './recommendation.entity.js';
export * from './recommendation.lifecycle.js';
export * from './recommendations.module.js';
export * from './recommendations.queries.js';
export * from './recommendations.requests.js';
export * from './recommendations.responses.js';
export * from './recommendations.service.js';
