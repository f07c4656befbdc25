export * from './answers.module.js';
export * from './answers.queries.js';
export { type AnswerFiguresResponse } from './answers.responses.js';
export * from './wordings.service.js';
export * from './wordings.tasks.js';
