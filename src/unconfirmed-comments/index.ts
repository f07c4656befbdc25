export * from './unconfirmed-comments.module.js';
export * from './unconfirmed-comments.queries.js';
export { UnconfirmedCommentLinkRequest, UnconfirmedCommentRequest } from './unconfirmed-comments.requests.js';
export { UnconfirmedCommentResponse } from './unconfirmed-comments.responses.js';
export * from './unconfirmed-comments.service.js';
export * from './unconfirmed-comments.tasks.js';
