export * from './comment-group.policy.js';
export * from './comment-groups.module.js';
export * from './comment-groups.queries.js';
export { CommentGroupsQuery, MergerRequest, SeparationRequest } from './comment-groups.requests.js';
export {
  type CommentGroupDetailResponse,
  type CommentGroupPageResponse,
  type CommentGroupResponse,
  GroupingMethodResponse,
  methodResponse,
} from './comment-groups.responses.js';
export * from './comment-groups.service.js';
export * from './compared.js';
export * from './grouping.js';
export * from './grouping.service.js';
export * from './grouping.tasks.js';
export * from './method.js';
export * from './normal-text.js';
export * from './similarity.js';
export * from './text-bands.js';
export * from './waiting.js';
