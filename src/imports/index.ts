export * from './import.entity.js';
export * from './imports.module.js';
export * from './imports.queries.js';
export type { SourceResponse } from './imports.responses.js';
export * from './imports.service.js';
export * from './not-a-portal-page.js';
export * from './open-npa.parser.js';
export * from './portal-page.js';
