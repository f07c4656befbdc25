export * from './comments-search.queries.js';
export * from './drafts-search.queries.js';
export * from './indexing.service.js';
export * from './indexing.tasks.js';
export * from './search.module.js';
export { CommentsSearchQuery, QUESTION_CHARACTERS, SearchFilters, type Sort, SORTS } from './search.requests.js';
export {
  type CommentFoundResponse,
  type CommentsFoundResponse,
  type DraftFoundResponse,
  type DraftsFoundResponse,
  type SnippetResponse,
} from './search.responses.js';
