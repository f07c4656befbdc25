export * from './admission.js';
export * from './answer-provisions.queries.js';
export { contextIn, type NewComment } from './candidates.js';
export * from './comment.entity.js';
export * from './comment.events.js';
export * from './comment.lifecycle.js';
export * from './comment.policy.js';
export * from './comment-limits.service.js';
export * from './comment-files.queries.js';
export * from './comments.intake.js';
export * from './comments.module.js';
export * from './comments.queries.js';
export * from './comments.repository.js';
export * from './comments.service.js';
export {
  AnswerRequest,
  AnswerRevisionRequest,
  COMMENT_FILES,
  CommentRequest,
  CommentsQuery,
  CommentWordsRequest,
  DisowningRequest,
  OnBehalfOfRequest,
  QUOTE_CHARACTERS,
  TEXT_CHARACTERS,
} from './comments.requests.js';
export {
  CommentAnswerResponse,
  CommentAuthorResponse,
  commentResponse,
  CommentResponse,
  ReceiptStateResponse,
} from './comments.responses.js';
export type { CommentRow } from './comment-row.js';
export { EarlierAnswerResponse } from './earlier-answers.responses.js';
export * from './limits.repository.js';
export * from './on-behalf-of.responses.js';
export { ConcealmentNoticeResponse } from './concealment-notice.responses.js';
export * from './open-words.js';
export * from './places.js';
export * from './quote-place.js';
export * from './quoted-texts.js';
export * from './quotes.queries.js';
export * from './receipt-number.js';
export * from './refusals.js';
