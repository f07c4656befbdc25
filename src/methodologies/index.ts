export * from './definition.policy.js';
export * from './formula.js';
export * from './methodologies.module.js';
export * from './methodologies.queries.js';
export { CodeField, MethodologyRequest, NumberField } from './methodologies.requests.js';
export { type MethodologyRead } from './methodologies.responses.js';
export * from './methodologies.service.js';
export * from './methodology.entity.js';
export * from './methodology.lifecycle.js';
