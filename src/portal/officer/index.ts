export * from './answer.controller.js';
export * from './draft.controller.js';
export * from './opinion-answer.controller.js';
export * from './paper-opinion.controller.js';
export * from './reply.controller.js';
export * from './text.controller.js';
export * from './unanswered.queries.js';
export * from './work.controller.js';
