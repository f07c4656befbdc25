export * from './appeal.controller.js';
export * from './appeals.controller.js';
export * from './concealment.controller.js';
export * from './desk-comments.controller.js';
export * from './desk-comments.queries.js';
export * from './statistics.controller.js';
