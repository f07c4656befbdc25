export * from './answer.controller.js';
export * from './draft.controller.js';
export * from './groups.controller.js';
export * from './reply.controller.js';
export * from './text.controller.js';
export * from './unanswered.queries.js';
export * from './work.controller.js';
