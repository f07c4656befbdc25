export * from './comment-drafts.module.js';
export * from './comment-drafts.queries.js';
export { CommentDraftRequest } from './comment-drafts.requests.js';
export { CommentDraftResponse } from './comment-drafts.responses.js';
export * from './comment-drafts.service.js';
export * from './comment-drafts.tasks.js';
