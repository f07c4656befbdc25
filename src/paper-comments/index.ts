export * from './paper-comment.policy.js';
export * from './paper-comments.module.js';
export * from './paper-comments.queries.js';
export { LETTER_CHANNELS, PaperCommentRequest } from './paper-comments.requests.js';
export { PaperCommentResponse } from './paper-comments.responses.js';
export * from './paper-comments.service.js';
