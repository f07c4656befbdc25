export * from './bodies.module.js';
export * from './bodies.queries.js';
export type { BodyRow } from './bodies.repository.js';
export type { BodyResponse } from './bodies.responses.js';
export { type TerritoryResponse } from './bodies.responses.js';
export * from './bodies.service.js';
export * from './body.entity.js';
export * from './territory.entity.js';
