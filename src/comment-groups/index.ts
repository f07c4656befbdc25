export * from './comment-group.policy.js';
export * from './comment-groups.module.js';
export * from './comment-groups.queries.js';
export { CommentGroupsQuery, MergerRequest, SeparationRequest } from './comment-groups.requests.js';
export {
  type CommentGroupDetailResponse,
  type CommentGroupPageResponse,
  type CommentGroupResponse,
} from './comment-groups.responses.js';
export * from './comment-groups.service.js';
export * from './grouping.service.js';
export * from './grouping.tasks.js';
export * from './method.js';
